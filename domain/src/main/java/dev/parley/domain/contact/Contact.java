package dev.parley.domain.contact;

import dev.parley.domain.shared.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who writes. After anonymization only id, number and times are left.
 *
 * @param number from the sequence that contacts and agents share in an organization; 0 until stored
 * @param emails the first is the one we write to
 */
public record Contact(
    ContactId id,
    long number,
    Name name,
    List<EmailAddress> emails,
    List<String> phoneNumbers,
    @Nullable String avatarUrl,
    @Nullable String externalId,
    boolean blocked,
    Instant createdAt,
    @Nullable Instant anonymizedAt) {

  /** The parts of a name, any of which may be unknown. */
  public record Name(
      @Nullable String display,
      @Nullable String first,
      List<String> middle,
      @Nullable String last) {
    public static final int MAX = 200;
    public static final Name UNKNOWN = new Name(null, null, List.of(), null);

    public Name {
      display = limited("displayName", display);
      first = limited("firstName", first);
      last = limited("lastName", last);
      middle = List.copyOf(middle);
      middle.forEach(part -> Text.optional("middleNames", part, MAX));
    }

    private static @Nullable String limited(String path, @Nullable String value) {
      return value == null ? null : Text.optional(path, value, MAX);
    }
  }

  public static final int ADDRESSES_MAX = 50;

  public Contact {
    emails = List.copyOf(emails);
    phoneNumbers = List.copyOf(phoneNumbers);
  }
}
