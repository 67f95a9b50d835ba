package dev.parley.channels.email.mime;

/** Joins the lines of {@code format=flowed} text into the paragraphs they were (RFC 3676 §4). */
final class FlowedText {
  private FlowedText() {}

  /**
   * @param delSp whether the blank that marks a soft break is no part of the text
   */
  static String join(String text, boolean delSp) {
    StringBuilder joined = new StringBuilder(text.length());
    int openDepth = -1;
    for (String line : text.split("\n", -1)) {
      int depth = depth(line);
      String content = unstuffed(line.substring(depth));
      boolean signature = content.equals("-- ");
      boolean flows = content.endsWith(" ") && !signature;
      boolean continues = openDepth == depth && !signature;
      if (!continues) {
        joined.append(joined.isEmpty() ? "" : "\n").append(">".repeat(depth));
        joined.append(depth > 0 ? " " : "");
      }
      joined.append(flows && delSp ? content.substring(0, content.length() - 1) : content);
      openDepth = flows ? depth : -1;
    }
    return joined.toString();
  }

  private static int depth(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }

  private static String unstuffed(String content) {
    return content.startsWith(" ") ? content.substring(1) : content;
  }
}
