package dev.parley.bootstrap.blackbox;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;

/**
 * Somebody who writes mails as a mail program does; everything in them is marked.
 *
 * @param who tells this person's marks from those of others
 */
record Customer(Marks marks, String who) {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  String address() {
    return mark("mailbox") + "@" + mark("domain") + ".example";
  }

  /** With a letter that has to be encoded in headers. */
  String name() {
    return "Zoë " + mark("name");
  }

  String subject() {
    return "Über " + mark("subject");
  }

  String fileName() {
    return mark("file name") + " & Söhne.txt";
  }

  String messageId() {
    return "<" + mark("message id") + "@" + mark("domain") + ".example>";
  }

  String mark(String meaning) {
    return marks.word(who + ": " + meaning);
  }

  /** Text and HTML, an image in it, a file with it. */
  MimeMessage letter(String to) {
    try {
      MimeMessage mail = begin(new Letter(messageId()), to, subject());
      MimeMultipart related = new MimeMultipart("related");
      related.addBodyPart(wrapped(alternative()));
      related.addBodyPart(image());
      MimeMultipart mixed = new MimeMultipart("mixed");
      mixed.addBodyPart(wrapped(related));
      mixed.addBodyPart(file());
      mail.setContent(mixed);
      mail.saveChanges();
      return mail;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The answer to a mail, to where it asks answers to go, with the mail quoted below. */
  MimeMessage answerTo(MimeMessage received, String text) {
    try {
      MimeMessage asked = (MimeMessage) received.reply(false);
      MimeMessage mail =
          begin(
              new Letter("<" + mark("second id") + "@" + mark("domain") + ".example>"),
              asked.getRecipients(Message.RecipientType.TO)[0].toString(),
              asked.getSubject());
      mail.setHeader("In-Reply-To", asked.getHeader("In-Reply-To", null));
      mail.setHeader("References", asked.getHeader("References", null));
      mail.setText(text + "\r\n\r\nOn Friday somebody wrote:\r\n> " + mark("quoted"), UTF_8);
      mail.saveChanges();
      return mail;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private MimeMessage begin(MimeMessage mail, String to, String subject) throws MessagingException {
    try {
      mail.setFrom(new InternetAddress(address(), name(), UTF_8));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    mail.setRecipients(Message.RecipientType.TO, to);
    mail.setRecipients(
        Message.RecipientType.CC, mark("friend") + "@" + mark("domain") + ".example");
    mail.setSubject(subject, UTF_8);
    return mail;
  }

  private MimeMultipart alternative() throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText("Grüße, " + mark("text") + ".", UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(
        "<p>Grüße, <b>" + mark("html") + "</b> <img src=\"cid:picture@here\" alt=\"\"></p>",
        UTF_8,
        "html");
    return new MimeMultipart("alternative", text, html);
  }

  /** A picture is read to its end chunk; what follows is only kept. */
  private MimeBodyPart image() throws MessagingException {
    byte[] mark = mark("picture").getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[PIXEL.length + mark.length];
    System.arraycopy(PIXEL, 0, bytes, 0, PIXEL.length);
    System.arraycopy(mark, 0, bytes, PIXEL.length, mark.length);
    MimeBodyPart image = part(bytes, "image/png", mark("picture name") + ".png");
    image.setContentID("<picture@here>");
    image.setDisposition(Part.INLINE);
    return image;
  }

  private MimeBodyPart file() throws MessagingException {
    return part(
        mark("file").getBytes(StandardCharsets.US_ASCII), "application/octet-stream", fileName());
  }

  private static MimeBodyPart part(byte[] bytes, String type, String name)
      throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    part.setFileName(name);
    return part;
  }

  private static MimeBodyPart wrapped(MimeMultipart parts) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(parts);
    return part;
  }

  /** A mail that keeps its Message-ID when it is made up. */
  private static final class Letter extends MimeMessage {
    private final String id;

    Letter(String id) {
      super(Session.getInstance(new Properties()));
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
