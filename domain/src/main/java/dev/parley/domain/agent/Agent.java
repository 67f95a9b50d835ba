package dev.parley.domain.agent;

import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.shared.Text;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers, human or bot.
 *
 * @param number from the sequence that contacts and agents share in an organization; 0 until stored
 * @param disabled tokens of a disabled agent are refused and policies skip it
 */
public record Agent(
    AgentId id,
    long number,
    String displayName,
    EmailAddress email,
    @Nullable String phoneNumber,
    Set<Role> roles,
    Availability availability,
    boolean disabled,
    Instant createdAt,
    Profile profile) {
  public static final int NAME_MAX = 200;

  /** What else is known of an agent as a person; nothing is decided by it. */
  public record Profile(
      @Nullable String firstName,
      List<String> middleNames,
      @Nullable String lastName,
      @Nullable String avatarUrl,
      List<EmailAddress> additionalEmails,
      List<String> additionalPhoneNumbers) {
    public static final int AVATAR_URL_MAX = 2000;
    public static final Profile UNKNOWN =
        new Profile(null, List.of(), null, null, List.of(), List.of());

    public Profile {
      firstName = limited("firstName", firstName, NAME_MAX);
      middleNames = List.copyOf(middleNames);
      middleNames.forEach(name -> Text.optional("middleNames", name, NAME_MAX));
      lastName = limited("lastName", lastName, NAME_MAX);
      avatarUrl = limited("avatarUrl", avatarUrl, AVATAR_URL_MAX);
      additionalEmails = List.copyOf(additionalEmails);
      additionalPhoneNumbers = List.copyOf(additionalPhoneNumbers);
    }

    private static @Nullable String limited(String path, @Nullable String value, int max) {
      return value == null ? null : Text.optional(path, value, max);
    }
  }

  /** One of whom no more is known. */
  public Agent(
      AgentId id,
      long number,
      String displayName,
      EmailAddress email,
      @Nullable String phoneNumber,
      Set<Role> roles,
      Availability availability,
      boolean disabled,
      Instant createdAt) {
    this(
        id,
        number,
        displayName,
        email,
        phoneNumber,
        roles,
        availability,
        disabled,
        createdAt,
        Profile.UNKNOWN);
  }

  public Agent {
    displayName = Text.required("displayName", displayName, NAME_MAX);
    roles = roles.isEmpty() ? Set.of(Role.AGENT) : Set.copyOf(roles);
  }

  public boolean isAdmin() {
    return roles.contains(Role.ADMIN);
  }
}
