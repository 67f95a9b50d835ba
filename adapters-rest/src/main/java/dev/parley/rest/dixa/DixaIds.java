package dev.parley.rest.dixa;

import dev.parley.rest.support.RequestRefused;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids in paths and queries; those in bodies are checked where the JSON is read. */
public final class DixaIds {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern NUMBER_FORM = Pattern.compile("-?[0-9]{1,19}");

  private DixaIds() {}

  /**
   * A conversation's number from the path.
   *
   * @throws RequestRefused when it is no 64-bit integer
   */
  public static long conversation(String text) {
    return number(text).orElseThrow(() -> RequestRefused.badPath("conversationId"));
  }

  /**
   * A UUID from the path.
   *
   * @throws RequestRefused when it is none
   */
  public static UUID inPath(String name, String text) {
    return uuid(text).orElseThrow(() -> RequestRefused.badPath(name));
  }

  /**
   * An optional UUID from the query.
   *
   * @throws RequestRefused when it is none
   */
  public static Optional<UUID> inQuery(String name, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(uuid(text).orElseThrow(() -> RequestRefused.badQuery(name)));
  }

  /** Empty when the text is not a UUID in its canonical form. */
  public static Optional<UUID> uuid(String text) {
    return UUID_FORM.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /** Empty when the text is no 64-bit integer. */
  public static Optional<Long> number(String text) {
    if (!NUMBER_FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException beyondLong) {
      return Optional.empty();
    }
  }
}
