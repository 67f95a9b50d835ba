package dev.parley.application.contact;

import dev.parley.application.shared.Patch;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.contact.PhoneNumber;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.shared.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants a contact to be. Of addresses one is the first, the one we write to; when it
 * is cleared the next one takes its place. Repeats are allowed and kept once.
 */
public record ContactChange(
    Patch<String> displayName,
    Patch<String> firstName,
    Patch<List<String>> middleNames,
    Patch<String> lastName,
    Patch<String> email,
    Patch<List<String>> additionalEmails,
    Patch<String> phoneNumber,
    Patch<List<String>> additionalPhoneNumbers,
    Patch<String> avatarUrl,
    Patch<String> externalId) {
  public static final int AVATAR_URL_MAX = 2000;
  public static final int EXTERNAL_ID_MAX = 255;

  /** Whether it keeps everything as it is. */
  boolean isEmpty() {
    return Stream.of(
            displayName,
            firstName,
            middleNames,
            lastName,
            email,
            additionalEmails,
            phoneNumber,
            additionalPhoneNumbers,
            avatarUrl,
            externalId)
        .allMatch(wish -> wish instanceof Patch.Keep<?>);
  }

  /**
   * @throws DomainException {@link SharedError.InvalidField}, {@link
   *     ContactError.ContactIsAnonymized}
   */
  Contact applyTo(Contact present) {
    if (present.anonymizedAt() != null) {
      throw new DomainException(new ContactError.ContactIsAnonymized(present.id()));
    }
    return new Contact(
        present.id(),
        present.number(),
        applyTo(present.name()),
        addresses(
            "emails",
            present.emails(),
            email.map(EmailAddress::new),
            additionalEmails.map(all -> all.stream().map(EmailAddress::new).toList()),
            EmailAddress::key),
        addresses(
            "phoneNumbers",
            present.phoneNumbers(),
            phoneNumber.map(ContactChange::e164),
            additionalPhoneNumbers.map(all -> all.stream().map(ContactChange::e164).toList()),
            Function.identity()),
        limited("avatarUrl", avatarUrl.applyTo(present.avatarUrl()), AVATAR_URL_MAX),
        limited("externalId", externalId.applyTo(present.externalId()), EXTERNAL_ID_MAX),
        present.blocked(),
        present.createdAt(),
        null);
  }

  private Contact.Name applyTo(Contact.Name present) {
    return new Contact.Name(
        displayName.applyTo(present.display()),
        firstName.applyTo(present.first()),
        Objects.requireNonNullElse(middleNames.applyTo(present.middle()), List.of()),
        lastName.applyTo(present.last()));
  }

  private static <T> List<T> addresses(
      String path,
      List<T> present,
      Patch<T> first,
      Patch<List<T>> others,
      Function<T, String> key) {
    @Nullable T primary = first.applyTo(present.isEmpty() ? null : present.getFirst());
    @Nullable List<T> rest = others.applyTo(present.stream().skip(1).toList());
    Map<String, T> distinct = new LinkedHashMap<>();
    Stream.concat(Stream.ofNullable(primary), Stream.ofNullable(rest).flatMap(Collection::stream))
        .forEach(address -> distinct.putIfAbsent(key.apply(address), address));
    if (distinct.size() > Contact.ADDRESSES_MAX) {
      throw SharedError.invalid(path, "must be at most " + Contact.ADDRESSES_MAX);
    }
    return List.copyOf(distinct.values());
  }

  private static String e164(String text) {
    return new PhoneNumber(text).value();
  }

  private static @Nullable String limited(String path, @Nullable String value, int max) {
    return value == null ? null : Text.required(path, value, max);
  }

  @Override
  public String toString() {
    return "ContactChange";
  }
}
