package dev.parley.bootstrap.blackbox;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A real mail server, SMTP and IMAP on free ports of this machine, for both sides of a
 * correspondence. Everybody's login is their address, the password {@value #PASSWORD}. Plus
 * addresses reach the mailbox without the plus; an unknown recipient gets a mailbox.
 */
final class MailPeer implements AutoCloseable {
  static final String PASSWORD = "pa55-of-the-mailbox";

  private static final String HOST = "127.0.0.1";

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
          });

  private MailPeer() {
    server.withConfiguration(GreenMailConfiguration.aConfig().withSieveIgnoreDetail());
    server.start();
  }

  static MailPeer start() {
    return new MailPeer();
  }

  /** Makes an empty mailbox. */
  void mailbox(String address) {
    server.setUser(address, address, PASSWORD);
  }

  /** What creates an e-mail endpoint that reads and sends by this server, as a JSON object. */
  Map<String, Object> endpoint(String address) {
    return Map.of(
        "_type",
        "EmailEndpoint",
        "name",
        "Support",
        "address",
        address,
        "imap",
        login(address, server.getImap().getPort()),
        "smtp",
        login(address, server.getSmtp().getPort()));
  }

  /** Hands a mail in by SMTP, as its sender's program would; returns when it is accepted. */
  void send(MimeMessage mail, String... recipients) {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", HOST);
    properties.put("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
    try (Transport transport = Session.getInstance(properties).getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(mail, addresses(recipients));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts a mail into a mailbox, past SMTP. */
  void put(String raw, String mailbox) {
    inbox(mailbox).appendMessage(parse(raw), new Flags(), Date.from(Instant.now()));
  }

  /** What has come into a mailbox, oldest first. */
  List<MimeMessage> mails(String mailbox) {
    return inbox(mailbox).getMessages().stream().map(StoredMessage::getMimeMessage).toList();
  }

  /** A mail from its text; lines end with CR LF. */
  static MimeMessage parse(String raw) {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()),
          new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The mail as it travels. */
  static byte[] raw(MimeMessage mail) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      mail.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    server.stop();
  }

  private MailFolder inbox(String mailbox) {
    GreenMailUser user = server.getUserManager().getUser(mailbox);
    if (user == null) {
      mailbox(mailbox);
      return inbox(mailbox);
    }
    try {
      return server.getManagers().getImapHostManager().getInbox(user);
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> login(String address, int port) {
    return Map.of(
        "host", HOST, "port", port, "security", "None", "username", address, "password", PASSWORD);
  }

  private static Address[] addresses(String... texts) throws MessagingException {
    return InternetAddress.parse(String.join(",", texts));
  }
}
