package dev.parley.domain.contact;

import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A mailbox address {@code local@domain} that is safe to put into a header or an SMTP command. The
 * domain is kept in lower case; the local part as written, compared without case (RFC 5321 §2.4
 * allows case to matter, practice does not).
 */
public record EmailAddress(String value) {
  /** RFC 5321 §4.5.3.1.3: a path has at most 256 octets, two of them brackets. */
  public static final int MAX = 254;

  /** RFC 5321 §4.5.3.1.1. */
  private static final int LOCAL_PART_MAX = 64;

  private static final String SPECIALS = "\"(),:;<>@[\\]";

  public EmailAddress {
    int at = value.lastIndexOf('@');
    // Before the check: lower case may be longer, or of characters that no domain has.
    value = value.substring(0, at + 1) + value.substring(at + 1).toLowerCase(Locale.ROOT);
    if (value.length() > MAX
        || value.contains("..")
        || !isLocalPart(value, at)
        || !isDomain(value, at + 1)) {
      throw SharedError.invalid("email", "must be an e-mail address");
    }
  }

  private static boolean isLocalPart(String value, int end) {
    return end > 0
        && value.codePointCount(0, end) <= LOCAL_PART_MAX
        && all(value, 0, end, EmailAddress::isPlain);
  }

  private static boolean isDomain(String value, int start) {
    return start < value.length()
        && isAlphanumeric(value.codePointAt(start))
        && isAlphanumeric(value.codePointBefore(value.length()))
        && all(value, start, value.length(), c -> c == '.' || c == '-' || isAlphanumeric(c));
  }

  private static boolean all(String value, int start, int end, IntPredicate allowed) {
    for (int i = start; i < end; i += Character.charCount(value.codePointAt(i))) {
      if (!allowed.test(value.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Needs no quoting (RFC 5322 §3.2.3, RFC 6532) and does not change how a line is shown. */
  private static boolean isPlain(int c) {
    return SPECIALS.indexOf(c) < 0
        && switch (Character.getType(c)) {
          case Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED ->
              false;
          default -> true;
        };
  }

  private static boolean isAlphanumeric(int c) {
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetter(c);
    };
  }

  /** Empty when the text is no address we could write to. */
  public static Optional<EmailAddress> parse(String text) {
    try {
      return Optional.of(new EmailAddress(text.strip()));
    } catch (DomainException e) {
      return Optional.empty();
    }
  }

  /** The form in which addresses are compared and looked up. */
  public String key() {
    return value.toLowerCase(Locale.ROOT);
  }

  public String localPart() {
    return value.substring(0, value.lastIndexOf('@'));
  }

  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  /** Masked, so that no log shows an address by accident. */
  @Override
  public String toString() {
    return "***@" + domain();
  }
}
