package dev.parley.rest.dixa;

import dev.parley.domain.contact.PhoneNumber;
import dev.parley.domain.shared.DomainException;
import dev.parley.rest.support.RequestRefused;
import org.jspecify.annotations.Nullable;

/** Plain values in the query. */
public final class DixaQuery {
  private DixaQuery() {}

  /**
   * @throws RequestRefused when it is neither {@code true} nor {@code false}
   */
  public static boolean flag(String name, @Nullable String text, boolean whenAbsent) {
    return switch (text) {
      case null -> whenAbsent;
      case "true" -> true;
      case "false" -> false;
      default -> throw RequestRefused.badQuery(name);
    };
  }

  /**
   * The E.164 form of a telephone number whose plus, not escaped, arrived as a space.
   *
   * @throws RequestRefused when it is none
   */
  public static String phone(String name, String text) {
    String number = text.strip();
    try {
      return new PhoneNumber(number.startsWith("+") ? number : "+" + number).value();
    } catch (DomainException notOne) {
      throw RequestRefused.badQuery(name);
    }
  }
}
