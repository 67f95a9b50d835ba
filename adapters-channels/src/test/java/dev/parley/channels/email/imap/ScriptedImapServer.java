package dev.parley.channels.email.imap;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An IMAP server with one folder that misbehaves where a test wants it to. */
final class ScriptedImapServer implements AutoCloseable {
  private static final Pattern FETCH =
      Pattern.compile("UID FETCH ([0-9,]+) \\(UID (.*)\\)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PIECE = Pattern.compile("<(\\d+)\\.(\\d+)>");

  private final ServerSocket listening;
  private final @Nullable TestCertificate certificate;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  final SortedMap<Long, String> mails = new ConcurrentSkipListMap<>();
  final Map<Long, Long> claimedSizes = new ConcurrentHashMap<>();
  final List<Long> refused = new CopyOnWriteArrayList<>();
  final List<Long> hangingUp = new CopyOnWriteArrayList<>();
  final List<String> commands = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();
  volatile boolean silentWhileIdle;
  volatile boolean canIdle = true;
  volatile boolean refusesLogin;

  ScriptedImapServer() {
    this(null);
  }

  /**
   * @param certificate makes it speak TLS from the beginning
   */
  ScriptedImapServer(@Nullable TestCertificate certificate) {
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

  void hangUp() {
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void accept() {
    try {
      while (!listening.isClosed()) {
        Socket socket = listening.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        connections.incrementAndGet();
        Thread.ofPlatform().daemon().start(() -> serve(socket));
      }
    } catch (IOException e) {
      open.clear();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      new Dialogue(certificate == null ? socket : certificate.wrap(socket)).run();
    } catch (IOException e) {
      open.remove(socket);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    hangUp();
  }

  private final class Dialogue {
    private final BufferedReader in;
    private final OutputStream out;

    Dialogue(Socket socket) throws IOException {
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      out = socket.getOutputStream();
    }

    void run() throws IOException {
      say("* OK scripted");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int space = line.indexOf(' ');
        String tag = line.substring(0, space);
        String command = line.substring(space + 1);
        commands.add(command);
        String verb = command.toUpperCase(Locale.ROOT);
        if (verb.startsWith("LOGOUT")) {
          return;
        }
        if (verb.equals("IDLE")) {
          idle();
          say(tag + " OK done");
        } else {
          answer(tag, verb);
        }
      }
    }

    private void answer(String tag, String verb) throws IOException {
      Matcher fetch = FETCH.matcher(verb);
      if (fetch.matches()) {
        fetch(tag, fetch);
        return;
      }
      if (verb.startsWith("CAPABILITY")) {
        say("* CAPABILITY IMAP4rev1" + (canIdle ? " IDLE" : ""));
      } else if (verb.startsWith("LIST")) {
        say("* LIST () \"/\" \"INBOX\"");
      } else if (verb.startsWith("EXAMINE")) {
        say("* " + mails.size() + " EXISTS");
        say("* OK [UIDVALIDITY 7] ok");
        say("* OK [UIDNEXT " + (mails.isEmpty() ? 1 : mails.lastKey() + 1) + "] ok");
      } else if (verb.startsWith("UID SEARCH")) {
        StringBuilder found = new StringBuilder("* SEARCH");
        mails.keySet().forEach(uid -> found.append(' ').append(uid));
        say(found.toString());
      } else if (verb.startsWith("LOGIN") && refusesLogin) {
        say(tag + " NO [AUTHENTICATIONFAILED] no");
        return;
      }
      say(tag + " OK done");
    }

    private void idle() throws IOException {
      say("+ idling");
      String line = in.readLine();
      while (silentWhileIdle && line != null) {
        line = in.readLine();
      }
    }

    private void fetch(String tag, Matcher fetch) throws IOException {
      for (String number : fetch.group(1).split(",", -1)) {
        long uid = Long.parseLong(number);
        boolean body = fetch.group(2).startsWith("BODY");
        if (body && hangingUp.contains(uid)) {
          throw new IOException("as the test wants it");
        }
        if (body && refused.contains(uid)) {
          say(tag + " NO [SERVERBUG] cannot read it");
          return;
        }
        if (mails.containsKey(uid)) {
          item(uid, fetch.group(2));
        }
      }
      say(tag + " OK done");
    }

    private void item(long uid, String what) throws IOException {
      String mail = mails.getOrDefault(uid, "");
      Matcher piece = PIECE.matcher(what);
      if (!piece.find()) {
        long size = claimedSizes.getOrDefault(uid, (long) mail.length());
        say(
            "* 1 FETCH (UID %d RFC822.SIZE %d INTERNALDATE \"20-Nov-2026 09:00:00 +0000\")"
                .formatted(uid, size));
        return;
      }
      int from = Math.min(mail.length(), Integer.parseInt(piece.group(1)));
      int to = Math.min(mail.length(), from + Integer.parseInt(piece.group(2)));
      say(
          "* 1 FETCH (FLAGS () UID %d BODY[]<%d> {%d}\r\n%s)"
              .formatted(uid, from, to - from, mail.substring(from, to)));
    }

    private void say(String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
  }
}
