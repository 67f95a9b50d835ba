package dev.parley.channels.email.smtp;

import dev.parley.channels.email.TestCertificate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An SMTP server that answers what a test tells it to, and keeps every line it was sent. */
final class ScriptedSmtpServer implements AutoCloseable {
  /** Instead of a reply: hang up. */
  static final String HANG_UP = "<hang up>";

  /** Instead of a reply: say nothing. */
  static final String SILENCE = "<silence>";

  static final String GREETING = "<greeting>";
  static final String END_OF_DATA = "<end of data>";

  /** A mail as it came over the wire. */
  record Received(String from, List<String> recipients, String data) {}

  private final ServerSocket listening;
  private final @Nullable TestCertificate certificate;
  private final Map<String, String> replies = new ConcurrentHashMap<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile CountDownLatch mayTakeMails = new CountDownLatch(0);
  final List<String> commands = new CopyOnWriteArrayList<>();
  final List<Received> mails = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();
  final AtomicInteger atOnce = new AtomicInteger();
  final AtomicInteger mostAtOnce = new AtomicInteger();

  ScriptedSmtpServer() {
    this(null);
  }

  /**
   * @param certificate makes it offer STARTTLS
   */
  ScriptedSmtpServer(@Nullable TestCertificate certificate) {
    this.certificate = certificate;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /**
   * @param command the beginning of a command in upper case, or one of the constants
   */
  ScriptedSmtpServer on(String command, String reply) {
    replies.put(command, reply);
    return this;
  }

  ScriptedSmtpServer asUsualOn(String command) {
    replies.remove(command);
    return this;
  }

  /** Answers to a final dot only when the latch is open. */
  void takeMailsAfter(CountDownLatch latch) {
    mayTakeMails = latch;
  }

  private void accept() {
    try {
      while (!listening.isClosed()) {
        Socket socket = listening.accept();
        open.add(socket);
        connections.incrementAndGet();
        Thread.ofPlatform().daemon().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // It was closed.
    } finally {
      closed.countDown();
    }
  }

  private void serve(Socket socket) {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try (socket) {
      new Dialogue(socket).run();
    } catch (IOException | HungUp e) {
      // The client, or the script, ended it.
      open.remove(socket);
    } finally {
      atOnce.decrementAndGet();
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    // The port stays open as long as somebody is accepting.
    Dialogue.await(closed);
    for (Socket socket : open) {
      socket.close();
    }
  }

  private static final class HungUp extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final class Dialogue {
    private final Socket socket;
    private BufferedReader in;
    private OutputStream out;
    private boolean encrypted;
    private String from = "";
    private List<String> recipients = new ArrayList<>();

    Dialogue(Socket socket) throws IOException {
      this.socket = socket;
      in = reader(socket);
      out = socket.getOutputStream();
    }

    private static BufferedReader reader(Socket from) throws IOException {
      return new BufferedReader(
          new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8));
    }

    private void encrypt(TestCertificate with) throws IOException {
      Socket wrapped = with.wrap(socket);
      in = reader(wrapped);
      out = wrapped.getOutputStream();
      encrypted = true;
    }

    void run() throws IOException, HungUp {
      say(replies.getOrDefault(GREETING, "220 scripted"));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
        String verb = line.toUpperCase(Locale.ROOT);
        String reply = scripted(verb);
        say(reply == null ? usual(verb, line) : reply);
        if (verb.equals("DATA") && (reply == null || reply.startsWith("354"))) {
          data();
        }
        if (verb.equals("STARTTLS") && certificate != null) {
          encrypt(certificate);
        }
        if (verb.equals("QUIT")) {
          return;
        }
      }
    }

    private @Nullable String scripted(String verb) {
      return replies.entrySet().stream()
          .filter(entry -> verb.startsWith(entry.getKey()))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(null);
    }

    private String usual(String verb, String line) {
      if (verb.startsWith("EHLO")) {
        return certificate != null && !encrypted
            ? "250-scripted\r\n250 STARTTLS"
            : "250-scripted\r\n250 AUTH PLAIN";
      }
      if (verb.equals("STARTTLS")) {
        return "220 2.0.0 go ahead";
      }
      if (verb.startsWith("AUTH")) {
        return "235 2.7.0 welcome";
      }
      if (verb.startsWith("MAIL")) {
        from = line;
        recipients = new ArrayList<>();
      }
      if (verb.startsWith("RCPT")) {
        recipients.add(line);
      }
      return verb.equals("DATA") ? "354 go on" : "250 2.0.0 ok";
    }

    private void data() throws IOException, HungUp {
      StringBuilder data = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals(".")) {
          mails.add(new Received(from, List.copyOf(recipients), data.toString()));
          await(mayTakeMails);
          say(replies.getOrDefault(END_OF_DATA, "250 2.0.0 queued"));
          return;
        }
        data.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      }
      throw new HungUp();
    }

    private void say(String reply) throws IOException, HungUp {
      if (reply.equals(HANG_UP)) {
        throw new HungUp();
      }
      if (reply.equals(SILENCE)) {
        await(closed);
        throw new HungUp();
      }
      out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
