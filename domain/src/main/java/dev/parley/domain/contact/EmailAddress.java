package dev.parley.domain.contact;

import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mailbox address {@code local@domain} that is safe to put into a header or an SMTP command. The
 * domain is kept in lower case; the local part as written, compared without case (RFC 5321 §2.4
 * allows case to matter, practice does not).
 */
public record EmailAddress(String value) {
  /** RFC 5321 §4.5.3.1.3: a path has at most 256 octets, two of them brackets. */
  public static final int MAX = 254;

  private static final Pattern FORM =
      Pattern.compile(
          "[^\\p{Z}\\p{C}\"(),:;<>@\\[\\\\\\]]{1,64}@"
              + "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,250}[\\p{L}\\p{N}])?");

  public EmailAddress {
    int at = value.lastIndexOf('@');
    // Before the check: lower case may be longer, or of characters that no domain has.
    value = value.substring(0, at + 1) + value.substring(at + 1).toLowerCase(Locale.ROOT);
    if (value.length() > MAX || !FORM.matcher(value).matches() || value.contains("..")) {
      throw SharedError.invalid("email", "must be an e-mail address");
    }
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
