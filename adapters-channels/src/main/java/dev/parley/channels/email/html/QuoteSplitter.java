package dev.parley.channels.email.html;

/**
 * Tells a reply from the history quoted below it and the signature. It errs towards keeping: when
 * answers stand between or below quoted lines, when text is forwarded, or when nothing would be
 * left, the whole body is the reply. The body itself is to be kept in any case.
 */
public final class QuoteSplitter {
  private QuoteSplitter() {}

  /** For plain text. */
  public static QuoteSplit ofText(String text) {
    return TextQuotes.split(text);
  }

  /**
   * For HTML as received: the marks of mail programs it looks for are gone from cleaned HTML. Both
   * halves are still to be cleaned.
   */
  public static QuoteSplit ofHtml(String html) {
    return HtmlQuotes.split(html);
  }
}
