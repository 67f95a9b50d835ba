package dev.parley.domain.shared;

/** Rules every stored text obeys. */
public final class Text {
  private static final int REPLACEMENT = 0xFFFD;

  private Text() {}

  /**
   * @return the value itself
   * @throws DomainException {@link SharedError.InvalidField} when blank, longer than {@code max}
   *     UTF-16 units, or not storable (U+0000 or an unpaired surrogate)
   */
  public static String required(String path, String value, int max) {
    if (value.isBlank()) {
      throw SharedError.invalid(path, "must not be blank");
    }
    return optional(path, value, max);
  }

  /** As {@link #required}, but blank is fine. */
  public static String optional(String path, String value, int max) {
    if (value.length() > max) {
      throw SharedError.invalid(path, "must have at most " + max + " characters");
    }
    if (!isStorable(value)) {
      throw SharedError.invalid(path, "must be valid Unicode without NUL");
    }
    return value;
  }

  /** PostgreSQL's text cannot hold U+0000, UTF-8 cannot hold an unpaired surrogate. */
  public static boolean isStorable(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == value.length() || !Character.isLowSurrogate(value.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The text with U+FFFD in place of what cannot be stored, for words of strangers. */
  public static String storable(String value) {
    if (isStorable(value)) {
      return value;
    }
    StringBuilder clean = new StringBuilder(value.length());
    value
        .codePoints()
        .map(
            c ->
                c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                    ? REPLACEMENT
                    : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
