package dev.parley.channels.email.mime;

import org.jspecify.annotations.Nullable;

/**
 * A part of a mail that is not its text.
 *
 * @param fileName never empty; without path, control and reordering characters, at most 200 bytes
 * @param declaredType what the sender calls it, lower case {@code a/b}
 * @param detectedType what its bytes and name say; the one to decide by
 * @param contentId without angle brackets
 * @param contentLocation the older way to refer to it (RFC 2557)
 * @param inline whether the mail's HTML shows it
 */
public record Attachment(
    String fileName,
    String declaredType,
    String detectedType,
    @Nullable String contentId,
    @Nullable String contentLocation,
    boolean inline,
    Content content) {

  /** Without the name: it may tell whose mail this is. */
  @Override
  public String toString() {
    return "Attachment[" + detectedType + ", " + content.size() + " bytes]";
  }

  Attachment shownBy(InlineReferences references) {
    boolean shown = references.contain(contentId, contentLocation);
    return new Attachment(
        fileName, declaredType, detectedType, contentId, contentLocation, shown, content);
  }
}
