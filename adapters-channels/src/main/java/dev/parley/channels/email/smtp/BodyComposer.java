package dev.parley.channels.email.smtp;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.channels.email.HeaderText;
import dev.parley.channels.email.html.HtmlText;
import dev.parley.channels.email.html.PlainText;
import dev.parley.domain.conversation.Content;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts text and files into a mail: {@code mixed(related(alternative(text, html), images), files)},
 * of which only the levels that hold something are written.
 */
final class BodyComposer {
  private static final String UTF_8 = "UTF-8";
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9][a-z0-9.+-]{0,126}/[a-z0-9][a-z0-9.+-]{0,126}");
  private static final Pattern CONTENT_ID = Pattern.compile("[!-;=?-~]{1,250}");

  private BodyComposer() {}

  static void fill(MimeMessage mail, @Nullable Content content, List<IncomingFile> files)
      throws MessagingException {
    String html = html(content);
    List<IncomingFile> images = new ArrayList<>();
    List<IncomingFile> attachments = new ArrayList<>();
    for (IncomingFile file : files) {
      (isShownBy(html, file) ? images : attachments).add(file);
    }
    Level body = mail::setContent;
    if (!attachments.isEmpty()) {
      body = below(body, "mixed", attachments);
    }
    if (!images.isEmpty()) {
      body = below(body, "related", images);
    }
    body.take(alternative(text(content), html));
  }

  /** Where a multipart goes. */
  private interface Level {
    void take(MimeMultipart multipart) throws MessagingException;
  }

  private static Level below(Level outer, String kind, List<IncomingFile> files) {
    return inner -> {
      MimeBodyPart first = new MimeBodyPart();
      first.setContent(inner);
      MimeMultipart multipart = new MimeMultipart(kind);
      multipart.addBodyPart(first);
      for (IncomingFile file : files) {
        multipart.addBodyPart(part(file, kind.equals("related")));
      }
      outer.take(multipart);
    };
  }

  private static MimeMultipart alternative(String text, String html) throws MessagingException {
    MimeMultipart alternative = new MimeMultipart("alternative");
    alternative.addBodyPart(part(text, "plain"));
    alternative.addBodyPart(part("<html><body>" + html + "</body></html>", "html"));
    return alternative;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static MimeBodyPart part(IncomingFile file, boolean shown) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    String type = type(file.mediaType());
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), type)));
    part.setHeader("Content-Type", type);
    part.setHeader("Content-Transfer-Encoding", "base64");
    part.setDisposition(shown ? MimePart.INLINE : MimePart.ATTACHMENT);
    String name = HeaderText.clean(file.fileName());
    part.setFileName(name.isEmpty() ? "file" : name);
    if (shown) {
      part.setContentID("<" + file.contentId() + ">");
    }
    return part;
  }

  /** Base 64 is forbidden for the composite types (RFC 2045 §6.4); they are sent as mere bytes. */
  private static String type(String mediaType) {
    boolean fits =
        MEDIA_TYPE.matcher(mediaType).matches()
            && !mediaType.startsWith("message/")
            && !mediaType.startsWith("multipart/");
    return fits ? mediaType : "application/octet-stream";
  }

  private static boolean isShownBy(String html, IncomingFile file) {
    String id = file.contentId();
    return file.inline()
        && id != null
        && CONTENT_ID.matcher(id).matches()
        && html.contains("cid:" + id);
  }

  private static String html(@Nullable Content content) {
    if (content == null) {
      return "";
    }
    return switch (content.format()) {
      case HTML -> content.value();
      case TEXT, MARKDOWN -> HtmlText.fromPlain(content.value());
    };
  }

  private static String text(@Nullable Content content) {
    if (content == null) {
      return "";
    }
    return switch (content.format()) {
      case HTML -> PlainText.withLinks(content.value());
      case TEXT, MARKDOWN -> content.value();
    };
  }
}
