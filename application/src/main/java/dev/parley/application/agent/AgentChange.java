package dev.parley.application.agent;

import dev.parley.application.shared.Patch;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Role;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.contact.PhoneNumber;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator wants an agent to be. Name and e-mail address cannot be cleared; cleared
 * roles are those of a plain agent, cleared availability is working.
 */
public record AgentChange(
    Patch<String> displayName,
    Patch<String> email,
    Patch<String> phoneNumber,
    Patch<Set<Role>> roles,
    Patch<Availability> availability,
    Patch<String> firstName,
    Patch<List<String>> middleNames,
    Patch<String> lastName,
    Patch<String> avatarUrl,
    Patch<List<String>> additionalEmails,
    Patch<List<String>> additionalPhoneNumbers) {

  /** Whether it keeps everything as it is. */
  boolean isEmpty() {
    return Stream.of(
            displayName,
            email,
            phoneNumber,
            roles,
            availability,
            firstName,
            middleNames,
            lastName,
            avatarUrl,
            additionalEmails,
            additionalPhoneNumbers)
        .allMatch(wish -> wish instanceof Patch.Keep<?>);
  }

  /**
   * @throws DomainException {@link SharedError.InvalidField}, also without name or e-mail address
   */
  Agent toNew(AgentId id, Instant now) {
    return withProfile(
        new Agent(
            id,
            0,
            required("displayName", displayName.applyTo(null)),
            required("email", email.map(EmailAddress::new).applyTo(null)),
            phone(null),
            roles(Set.of()),
            availability(Availability.WORKING),
            false,
            now));
  }

  /**
   * @throws DomainException {@link SharedError.InvalidField}
   */
  Agent applyTo(Agent present) {
    return withProfile(
        new Agent(
            present.id(),
            present.number(),
            required("displayName", displayName.applyTo(present.displayName())),
            required("email", email.map(EmailAddress::new).applyTo(present.email())),
            phone(present.phoneNumber()),
            roles(present.roles()),
            availability(present.availability()),
            present.disabled(),
            present.createdAt(),
            present.profile()));
  }

  private Agent withProfile(Agent agent) {
    Agent.Profile known = agent.profile();
    return new Agent(
        agent.id(),
        agent.number(),
        agent.displayName(),
        agent.email(),
        agent.phoneNumber(),
        agent.roles(),
        agent.availability(),
        agent.disabled(),
        agent.createdAt(),
        new Agent.Profile(
            firstName.applyTo(known.firstName()),
            Objects.requireNonNullElse(middleNames.applyTo(known.middleNames()), List.of()),
            lastName.applyTo(known.lastName()),
            avatarUrl.applyTo(known.avatarUrl()),
            others(
                "additionalEmails",
                agent.email(),
                additionalEmails
                    .map(all -> all.stream().map(EmailAddress::new).toList())
                    .applyTo(known.additionalEmails()),
                EmailAddress::key),
            others(
                "additionalPhoneNumbers",
                agent.phoneNumber(),
                additionalPhoneNumbers
                    .map(all -> all.stream().map(AgentChange::e164).toList())
                    .applyTo(known.additionalPhoneNumbers()),
                Function.identity())));
  }

  private @Nullable String phone(@Nullable String present) {
    return phoneNumber.map(AgentChange::e164).applyTo(present);
  }

  private Set<Role> roles(Set<Role> present) {
    return Objects.requireNonNullElse(roles.applyTo(present), Set.of());
  }

  private Availability availability(Availability present) {
    return Objects.requireNonNullElse(availability.applyTo(present), Availability.WORKING);
  }

  /** Each once, without the first one. */
  private static <T> List<T> others(
      String path, @Nullable T first, @Nullable Collection<T> all, Function<T, String> key) {
    Map<String, T> distinct = new LinkedHashMap<>();
    Stream.ofNullable(all)
        .flatMap(Collection::stream)
        .forEach(address -> distinct.putIfAbsent(key.apply(address), address));
    if (first != null) {
      distinct.remove(key.apply(first));
    }
    if (distinct.size() >= Contact.ADDRESSES_MAX) {
      throw SharedError.invalid(path, "must be fewer than " + Contact.ADDRESSES_MAX);
    }
    return List.copyOf(distinct.values());
  }

  private static <T> T required(String path, @Nullable T value) {
    if (value == null) {
      throw SharedError.invalid(path, "is required");
    }
    return value;
  }

  private static String e164(String text) {
    return new PhoneNumber(text).value();
  }

  @Override
  public String toString() {
    return "AgentChange" + roles;
  }
}
