package dev.parley.channels.email.imap;

import dev.parley.channels.email.servers.Dovecot;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/** A user's mailbox on a Dovecot, seen as that user's own mail program would. */
final class DovecotMailbox implements TestMailbox {
  private static final Session SESSION = Session.getInstance(new Properties());

  private final Dovecot server;
  private final String user;
  private final IMAPStore store;

  DovecotMailbox(Dovecot server, String user) {
    this.server = server;
    this.user = user;
    try {
      store = (IMAPStore) SESSION.getStore("imap");
      store.connect("127.0.0.1", server.port(), user, Dovecot.PASSWORD);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
    with(null, DovecotMailbox::createIfMissing);
  }

  private static void createIfMissing(Folder folder) throws MessagingException {
    if (!folder.exists()) {
      folder.create(Folder.HOLDS_MESSAGES);
    }
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public String user() {
    return user;
  }

  @Override
  public void putRaw(String raw, Instant came) {
    byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    with(
        null, folder -> folder.appendMessages(new Message[] {new Arrived(bytes, Date.from(came))}));
  }

  @Override
  public boolean anythingSeen() {
    boolean[] seen = new boolean[1];
    with(
        Folder.READ_ONLY,
        folder ->
            seen[0] = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), true)).length > 0);
    return seen[0];
  }

  @Override
  public void expungeAll() {
    with(Folder.READ_WRITE, folder -> remove(folder, folder.getMessages()));
  }

  void expunge(LongStream uids) {
    with(Folder.READ_WRITE, folder -> remove(folder, folder.getMessagesByUID(uids.toArray())));
  }

  private static void remove(Folder folder, Message[] mails) throws MessagingException {
    folder.setFlags(mails, new Flags(Flags.Flag.DELETED), true);
    folder.expunge();
  }

  @Override
  public void numberAnew() {
    with(
        null,
        folder -> {
          folder.delete(false);
          folder.create(Folder.HOLDS_MESSAGES);
        });
  }

  @Override
  public void close() {
    try {
      store.close();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param mode null: the work needs a folder that is not opened
   */
  private void with(@Nullable Integer mode, Work work) {
    try {
      IMAPFolder folder = (IMAPFolder) store.getFolder(FOLDER);
      if (mode != null) {
        folder.open(mode);
      }
      work.on(folder);
      if (mode != null) {
        folder.close(false);
      }
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Work {
    void on(IMAPFolder folder) throws MessagingException;
  }

  private static final class Arrived extends MimeMessage {
    private final Date came;

    Arrived(byte[] raw, Date came) throws MessagingException {
      super(SESSION, new ByteArrayInputStream(raw));
      this.came = came;
    }

    @Override
    public Date getReceivedDate() {
      return came;
    }
  }
}
