package dev.parley.channels.email;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.channels.email.html.HtmlCleaner;
import dev.parley.channels.email.html.QuoteSplit;
import dev.parley.channels.email.html.QuoteSplitter;
import dev.parley.channels.email.mime.ParsedMail;
import dev.parley.domain.conversation.Content;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, fit to be stored and shown.
 *
 * @param tooLong the whole text as a file, when a message cannot hold it
 */
record MailText(@Nullable Content reply, @Nullable Content quoted, Optional<IncomingFile> tooLong) {

  /**
   * @param images our URL for an image of the mail, by its content id or location
   */
  static MailText of(ParsedMail mail, Function<String, Optional<String>> images) {
    String notice =
        mail.headers().first(IncompleteMail.HEADER).flatMap(IncompleteMail::notice).orElse("");
    String html = mail.html();
    if (html != null) {
      QuoteSplit body = QuoteSplitter.ofHtml(html);
      String reply = paragraph(notice) + HtmlCleaner.clean(body.reply(), images).html();
      String quoted = HtmlCleaner.clean(body.quoted(), images).html();
      return reply.length() <= Content.MAX
          ? new MailText(
              html(reply), quoted.length() <= Content.MAX ? html(quoted) : null, file(quoted))
          : new MailText(text(notice + mail.text()), null, whole(html));
    }
    QuoteSplit body = QuoteSplitter.ofText(mail.text());
    return new MailText(
        text(notice.isEmpty() ? body.reply() : notice + "\n\n" + body.reply()),
        text(body.quoted()),
        Optional.empty());
  }

  /** The notice is ours and needs no cleaning. */
  private static String paragraph(String notice) {
    return notice.isEmpty() ? "" : "<p>" + notice + "</p>";
  }

  private static @Nullable Content html(String safe) {
    return safe.isBlank() ? null : new Content(Content.Format.HTML, safe);
  }

  /** What is cut off here is in the original, which is kept. */
  private static @Nullable Content text(String text) {
    return text.isBlank() ? null : new Content(Content.Format.TEXT, cut(text));
  }

  private static String cut(String text) {
    if (text.length() <= Content.MAX) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(Content.MAX - 1)) ? 1 : 0;
    return text.substring(0, Content.MAX - end);
  }

  private static Optional<IncomingFile> file(String quoted) {
    return quoted.length() <= Content.MAX ? Optional.empty() : whole(quoted);
  }

  /** HTML must not be cut: what ends inside a tag is not clean any more. */
  private static Optional<IncomingFile> whole(String html) {
    return Optional.of(
        new IncomingFile(
            "message.html", "text/html", html.getBytes(StandardCharsets.UTF_8), false, null));
  }
}
