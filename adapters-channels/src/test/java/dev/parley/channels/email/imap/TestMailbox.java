package dev.parley.channels.email.imap;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.parley.channels.email.Fixtures;
import dev.parley.domain.channel.ContactEndpoint;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.awaitility.Awaitility;

/** A real IMAP server in this JVM with one mailbox, in which mails can be put. */
final class TestMailbox implements AutoCloseable {
  static final String FOLDER = "Support";

  private final GreenMail server;
  private final GreenMailUser user;

  TestMailbox(String protocol) {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    server.start();
    user = server.setUser("support@parley.example", "support", "pw");
    createFolder();
  }

  TestMailbox() {
    this(ServerSetup.PROTOCOL_IMAP);
  }

  int port() {
    return server.getImap() == null ? server.getImaps().getPort() : server.getImap().getPort();
  }

  ContactEndpoint endpoint(String... settings) {
    Map<String, String> all = new HashMap<>();
    all.put("imap.host", "127.0.0.1");
    all.put("imap.port", Integer.toString(port()));
    all.put("imap.security", "None");
    all.put("imap.username", "support");
    all.put("imap.folder", FOLDER);
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return Fixtures.endpoint(all, Map.of("imap.password", "pw"));
  }

  /** A mail with that text, which came at that time. */
  long put(String text, Instant came) {
    return putRaw(
        "From: ada@customer.example\r\nSubject: " + text + "\r\n\r\n" + text + "\r\n", came);
  }

  long putRaw(String raw, Instant came) {
    try {
      MimeMessage mail =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
      return folder().appendMessage(mail, new Flags(), Date.from(came));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean anythingSeen() {
    return folder().getMessages().stream().anyMatch(m -> m.getFlags().contains(Flags.Flag.SEEN));
  }

  void expungeAll() {
    folder().deleteAllMessages();
  }

  MailFolder folder() {
    return server.getManagers().getImapHostManager().getFolder(user, FOLDER);
  }

  /**
   * A new folder of the same name, with numbers of its own; the server counts epochs in seconds.
   */
  void numberAnew() {
    long before = folder().getUidValidity();
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () -> {
              server.getManagers().getImapHostManager().deleteMailbox(user, FOLDER);
              createFolder();
              return folder().getUidValidity() != before;
            });
  }

  private void createFolder() {
    try {
      server.getManagers().getImapHostManager().createMailbox(user, FOLDER);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void stop() {
    server.stop();
  }

  @Override
  public void close() {
    server.stop();
  }
}
