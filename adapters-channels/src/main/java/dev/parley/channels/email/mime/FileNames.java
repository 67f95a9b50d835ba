package dev.parley.channels.email.mime;

import java.nio.charset.StandardCharsets;

/** Makes a sender's file name harmless to store, show and offer for download. */
public final class FileNames {
  private static final int LONGEST_BYTES = 200;
  private static final String NOT_IN_NAMES = "<>:\"|?*";

  private FileNames() {}

  /**
   * The last path segment without control and reordering characters; empty when nothing is left.
   */
  public static String clean(String written) {
    String path = written.replace('\\', '/');
    StringBuilder name = new StringBuilder();
    HeaderText.singleLine(path.substring(path.lastIndexOf('/') + 1))
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT || c == 0x200D)
        .map(c -> NOT_IN_NAMES.indexOf(c) >= 0 ? '_' : c)
        .forEach(name::appendCodePoint);
    String undotted = name.toString().replaceFirst("^[. ]+", "").replaceFirst("[. ]+$", "");
    return shortened(undotted);
  }

  /** Keeps a short extension when the name has to be cut. */
  private static String shortened(String name) {
    if (bytes(name) <= LONGEST_BYTES) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    boolean hasExtension = dot > 0 && bytes(name.substring(dot)) <= 16;
    String extension = hasExtension ? name.substring(dot) : "";
    StringBuilder stem = new StringBuilder();
    int[] used = {bytes(extension)};
    name.substring(0, hasExtension ? dot : name.length())
        .codePoints()
        .takeWhile(c -> (used[0] += bytes(Character.toString(c))) <= LONGEST_BYTES)
        .forEach(stem::appendCodePoint);
    return stem + extension;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
