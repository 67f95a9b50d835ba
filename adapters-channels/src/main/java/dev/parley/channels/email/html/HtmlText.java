package dev.parley.channels.email.html;

/** HTML that shows plain text as it was written. */
public final class HtmlText {
  private HtmlText() {}

  /**
   * Escapes the text and keeps its line breaks and runs of spaces. The result needs no further
   * cleaning.
   */
  public static String fromPlain(String text) {
    StringBuilder html = new StringBuilder(text.length() + text.length() / 8);
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    for (int i = 0; i < lines.length(); i++) {
      char c = lines.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        case '\n' -> html.append("<br>\n");
        case ' ' -> html.append(collapses(lines, i) ? "&nbsp;" : " ");
        default -> html.append(c);
      }
    }
    return html.toString();
  }

  /** A blank at a line's start or after another blank would not be seen. */
  private static boolean collapses(String lines, int at) {
    return at == 0 || lines.charAt(at - 1) == '\n' || lines.charAt(at - 1) == ' ';
  }
}
