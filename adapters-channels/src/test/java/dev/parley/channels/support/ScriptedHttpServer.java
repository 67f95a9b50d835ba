package dev.parley.channels.support;

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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An HTTP server on 127.0.0.1 that writes what a test tells it to, byte by byte. */
public final class ScriptedHttpServer implements AutoCloseable {
  private static final Script MISSING = says("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

  private final ServerSocket listening;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch clientGone = new CountDownLatch(1);
  final List<List<String>> requests = new CopyOnWriteArrayList<>();

  /** What to write to a client that asked. */
  @FunctionalInterface
  public interface Script {
    void writeTo(OutputStream out) throws IOException;
  }

  public ScriptedHttpServer() {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  public ScriptedHttpServer on(String path, Script script) {
    scripts.put(path, script);
    return this;
  }

  public ScriptedHttpServer on(String path, String answer) {
    return on(path, says(answer));
  }

  public ScriptedHttpServer onFile(String path, String contentType, byte[] bytes) {
    return on(
        path,
        out -> {
          says("HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                  .formatted(contentType, bytes.length))
              .writeTo(out);
          out.write(bytes);
        });
  }

  ScriptedHttpServer onRedirect(String path, int status, String location) {
    return on(
        path,
        "HTTP/1.1 %d Moved\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
            .formatted(status, location));
  }

  static Script says(String answer) {
    return out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  int port() {
    return listening.getLocalPort();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Until a script could not be written to its end. */
  void awaitHangUp() throws InterruptedException {
    clientGone.await();
  }

  private void accept() {
    try {
      while (!listening.isClosed()) {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.ofPlatform().daemon().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      clientGone.countDown();
    }
  }

  private void serve(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      List<String> request = new ArrayList<>();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        request.add(line);
      }
      if (!request.isEmpty() && request.getFirst().startsWith("GET ")) {
        requests.add(List.copyOf(request));
        String path = request.getFirst().split(" ", 3)[1];
        scripts.getOrDefault(path, MISSING).writeTo(socket.getOutputStream());
      }
    } catch (IOException hangUp) {
      clientGone.countDown();
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
