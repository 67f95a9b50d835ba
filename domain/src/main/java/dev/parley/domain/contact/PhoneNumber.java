package dev.parley.domain.contact;

import dev.parley.domain.shared.SharedError;
import java.util.regex.Pattern;

/**
 * A telephone number as ITU-T E.164 writes it: a plus and up to 15 digits. What people put between
 * the digits to read them more easily is left out.
 */
public record PhoneNumber(String value) {
  private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{1,14}");
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[ .()/-]");

  public PhoneNumber {
    value = BETWEEN_DIGITS.matcher(value).replaceAll("");
    if (!FORM.matcher(value).matches()) {
      throw SharedError.invalid("phoneNumber", "must be a telephone number in E.164 form");
    }
  }

  /** Masked, so that no log shows a number by accident. */
  @Override
  public String toString() {
    return "+***";
  }
}
