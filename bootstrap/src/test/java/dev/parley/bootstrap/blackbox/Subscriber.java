package dev.parley.bootstrap.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Receives webhooks, and believes only what is signed. */
final class Subscriber implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final List<String> forged = new CopyOnWriteArrayList<>();
  private volatile String key = "";
  private volatile IntUnaryOperator answer = _ -> 204;
  private final AtomicInteger posts = new AtomicInteger();

  Subscriber() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newSingleThreadExecutor());
    server.createContext("/hook", this::receive);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  void expectKey(String hex) {
    key = hex;
  }

  /**
   * @param status by the number of the post, from 1
   */
  void answering(IntUnaryOperator status) {
    answer = status;
  }

  /** What was taken, in the order in which it came. */
  List<JsonNode> events() {
    return List.copyOf(events);
  }

  /** Signatures that were wrong. */
  List<String> forged() {
    return List.copyOf(forged);
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String signature = exchange.getRequestHeaders().getFirst("X-DIXA-SIGNATURE");
    int status = answer.applyAsInt(posts.incrementAndGet());
    if (!isSigned(signature, body)) {
      forged.add(signature);
      status = 401;
    } else if (status < 300) {
      events.add(JSON.readTree(body));
    }
    try (exchange) {
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private boolean isSigned(String signature, byte[] body) {
    try {
      String t = signature.substring("t=".length(), signature.indexOf(','));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
      mac.update((t + ".").getBytes(StandardCharsets.UTF_8));
      return List.of(signature.split(",", -1))
          .contains("v1=" + HexFormat.of().formatHex(mac.doFinal(body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
