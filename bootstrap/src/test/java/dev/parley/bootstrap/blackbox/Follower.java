package dev.parley.bootstrap.blackbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Follows the stream of events as a browser does: it comes back to where it was. */
final class Follower implements AutoCloseable {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;
  private final String token;
  private final boolean comesBack;
  private final List<Long> ids = new CopyOnWriteArrayList<>();
  private final CountDownLatch connected = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable String last;
  private volatile boolean stopping;

  Follower(URI url, String token, boolean comesBack) {
    this.url = url;
    this.token = token;
    this.comesBack = comesBack;
    this.thread = Thread.ofPlatform().daemon().start(this::follow);
  }

  /** Returns when the stream has begun. */
  Follower awaitBeginning() {
    try {
      connected.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** The ids of the events, in the order in which they came. */
  List<Long> ids() {
    return List.copyOf(ids);
  }

  boolean isOver() {
    return !thread.isAlive();
  }

  private void follow() {
    do {
      try {
        connect();
      } catch (IOException broken) {
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      } catch (InterruptedException e) {
        return;
      }
    } while (comesBack && !stopping);
  }

  private void connect() throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Authorization", token)
            .header("Accept", "text/event-stream");
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IOException("answered with " + response.statusCode());
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      read(lines);
    }
  }

  /** An event counts when its empty line has come, as the specification has it. */
  private void read(BufferedReader lines) throws IOException {
    List<String> block = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isEmpty()) {
        block.add(line);
        continue;
      }
      take(block);
      block.clear();
      connected.countDown();
    }
  }

  private void take(List<String> block) {
    for (String line : block) {
      if (line.startsWith("id:")) {
        last = line.substring("id:".length()).strip();
      }
    }
    if (last != null && block.stream().anyMatch(line -> line.startsWith("data:"))) {
      ids.add(Long.valueOf(last));
    }
  }

  @Override
  public void close() {
    stopping = true;
    client.shutdownNow();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
