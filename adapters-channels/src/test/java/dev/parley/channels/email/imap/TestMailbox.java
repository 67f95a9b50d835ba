package dev.parley.channels.email.imap;

import dev.parley.channels.email.Fixtures;
import dev.parley.domain.channel.ContactEndpoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A mailbox on a real IMAP server, in which mails can be put. */
interface TestMailbox extends AutoCloseable {
  String FOLDER = "Support";

  int port();

  default String user() {
    return "support";
  }

  /** Settings of an endpoint that reads this mailbox, and those given. */
  default ContactEndpoint endpoint(String... settings) {
    Map<String, String> all = new HashMap<>();
    all.put("imap.host", "127.0.0.1");
    all.put("imap.port", Integer.toString(port()));
    all.put("imap.security", "None");
    all.put("imap.username", user());
    all.put("imap.folder", FOLDER);
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return Fixtures.endpoint(all, Map.of("imap.password", "pw"));
  }

  /** A mail with that text, which came at that time. */
  default void put(String text, Instant came) {
    putRaw("From: ada@customer.example\r\nSubject: " + text + "\r\n\r\n" + text + "\r\n", came);
  }

  void putRaw(String raw, Instant came);

  boolean anythingSeen();

  void expungeAll();

  /** A new folder of the same name, with numbers of its own. */
  void numberAnew();

  @Override
  void close();
}
