package dev.parley.bootstrap.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.parley.bootstrap.blackbox.Dixa.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class StopIT {
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int SIGTERM_EXIT = 143;

  @TempDir Path directory;

  @Test
  void a_signal_lets_the_request_in_flight_be_answered_and_stops_the_database_cleanly()
      throws Exception {
    try (ParleyProcess parley = start();
        Dixa api = Dixa.organization(parley, "stop");
        SlowFile file = new SlowFile();
        ExecutorService people = Executors.newCachedThreadPool()) {
      String conversation = conversation(api);
      Future<Answer> answer = people.submit(() -> answerWith(api, conversation, file.url()));
      file.awaitAsked();

      parley.signal("TERM");
      Awaitility.await().atMost(STOP).until(() -> isDraining(api));
      file.release();

      String message =
          answer.get(STOP.toSeconds(), TimeUnit.SECONDS).expect(200).text("/messageId");
      assertThat(parley.awaitEnd(STOP)).isEqualTo(SIGTERM_EXIT);
      assertThat(Files.readString(parley.data().resolve("postgres/server.log")))
          .endsWith("database system is shut down\n");

      parley.restart();
      assertThat(api.get(conversation + "/messages").expect(200).text("/1/id")).isEqualTo(message);
    }
  }

  @Test
  void a_second_signal_changes_nothing() throws Exception {
    try (ParleyProcess parley = start();
        Dixa api = Dixa.organization(parley, "stop");
        SlowFile file = new SlowFile();
        ExecutorService people = Executors.newCachedThreadPool()) {
      String conversation = conversation(api);
      Future<Answer> answer = people.submit(() -> answerWith(api, conversation, file.url()));
      file.awaitAsked();

      parley.signal("TERM");
      Awaitility.await().atMost(STOP).until(() -> isDraining(api));
      parley.signal("TERM");
      file.release();

      answer.get(STOP.toSeconds(), TimeUnit.SECONDS).expect(200);
      assertThat(parley.awaitEnd(STOP)).isEqualTo(SIGTERM_EXIT);
    }
  }

  private ParleyProcess start() {
    return ParleyProcess.in(directory)
        .with("PARLEY_OPERATOR_TOKEN", Dixa.OPERATOR)
        .with("PARLEY_OUTBOUND_ALLOW_PRIVATE", "true")
        .start();
  }

  /** The path of a new one. */
  private static String conversation(Dixa api) {
    api.post("/v1/contact-endpoints", Map.of("_type", "EmailEndpoint", "address", "a@shop.example"))
        .expect(201);
    String person =
        api.post("/v1/endusers", Map.of("displayName", "Ada", "email", "ada@customers.example"))
            .expect(201)
            .text("/id");
    Map<String, Object> content = Map.of("_type", "Text", "value", "Hello");
    return "/v1/conversations/"
        + api.post(
                "/v1/conversations",
                Map.of(
                    "_type",
                    "Email",
                    "requesterId",
                    person,
                    "emailIntegrationId",
                    "a@shop.example",
                    "subject",
                    "Hello",
                    "message",
                    Map.of("_type", "Inbound", "content", content)))
            .expect(201)
            .text("/id");
  }

  private static Answer answerWith(Dixa api, String conversation, String url) {
    String agent = api.get("/v1/agents").expect(200).text("/0/id");
    return api.post(
        conversation + "/messages",
        Map.of(
            "_type",
            "Outbound",
            "agentId",
            agent,
            "content",
            Map.of("_type", "Text", "value", "See the file."),
            "attachments",
            List.of(Map.of("url", url, "prettyName", "file.txt"))));
  }

  private static boolean isDraining(Dixa api) {
    return api.get("/q/health/ready").status() == 503;
  }

  /** A file that takes its time. */
  private static final class SlowFile implements AutoCloseable {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final HttpServer server;

    SlowFile() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              asked.countDown();
              if (released.await(STOP.toSeconds(), TimeUnit.SECONDS)) {
                exchange.sendResponseHeaders(200, 1);
                exchange.getResponseBody().write('x');
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/file.txt";
    }

    void awaitAsked() throws InterruptedException {
      assertThat(asked.await(STOP.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    void release() {
      released.countDown();
    }

    @Override
    public void close() {
      release();
      server.stop(0);
    }
  }
}
