package dev.parley.channels.email.imap;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.awaitility.Awaitility;

/** A mailbox of a GreenMail, which runs in this JVM. */
final class GreenMailbox implements TestMailbox {
  private final GreenMail server;
  private final GreenMailUser user;

  GreenMailbox(String protocol) {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    server.start();
    user = server.setUser("support@parley.example", "support", "pw");
    createFolder();
  }

  GreenMailbox() {
    this(ServerSetup.PROTOCOL_IMAP);
  }

  @Override
  public int port() {
    return server.getImap() == null ? server.getImaps().getPort() : server.getImap().getPort();
  }

  @Override
  public void putRaw(String raw, Instant came) {
    try {
      MimeMessage mail =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
      folder().appendMessage(mail, new Flags(), Date.from(came));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean anythingSeen() {
    return folder().getMessages().stream().anyMatch(m -> m.getFlags().contains(Flags.Flag.SEEN));
  }

  @Override
  public void expungeAll() {
    folder().deleteAllMessages();
  }

  MailFolder folder() {
    return server.getManagers().getImapHostManager().getFolder(user, FOLDER);
  }

  /**
   * A new folder of the same name, with numbers of its own; the server counts epochs in seconds.
   */
  @Override
  public void numberAnew() {
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

  @Override
  public void close() {
    server.stop();
  }
}
