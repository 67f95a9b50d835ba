package dev.parley.channels.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.channels.support.OutboundException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A fetch")
@Timeout(30)
class OutboundHttpTest {
  private static final long MOST = 1000;
  private static final String LOOPBACK = "127.0.0.1";
  private static final OutboundLimits PATIENT =
      new OutboundLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), 3);

  private final ScriptedHttpServer server = new ScriptedHttpServer();
  private final List<OutboundHttp> clients = new ArrayList<>();
  private final List<String> lookedUp = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (OutboundHttp client : clients) {
      client.close();
    }
    server.close();
  }

  @Test
  void givesTheBytesAndTheDeclaredType() throws OutboundException {
    server.onFile("/a", "text/plain; charset=utf-8", bytes("hello"));

    OutboundHttp.Fetched fetched = open(PATIENT).get(server.url("/a"), MOST);

    assertThat(fetched.bytes()).asString(UTF_8).isEqualTo("hello");
    assertThat(fetched.declaredType()).isEqualTo("text/plain; charset=utf-8");
  }

  @Test
  void asksForPlainBytesAndBringsNoCredentials() throws OutboundException {
    server.on(
        "/a", "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n");
    server.onFile("/b", "text/plain", bytes("b"));

    open(PATIENT).get(server.url("/a"), MOST);

    assertThat(server.requests).hasSize(2);
    assertThat(headers(server.requests.getLast()))
        .contains("accept-encoding: identity", "user-agent: parley")
        .noneMatch(header -> header.startsWith("cookie:"))
        .noneMatch(header -> header.startsWith("authorization:"))
        .noneMatch(header -> header.startsWith("referer:"))
        .noneMatch(header -> header.startsWith("upgrade:"));
  }

  @Test
  void connectsToTheCheckedAddressUnderTheGivenName() throws OutboundException {
    server.onFile("/a", "text/plain", bytes("hello"));

    open(PATIENT, answers(LOOPBACK)).get("http://files.example:" + server.port() + "/a", MOST);

    assertThat(lookedUp).containsExactly("files.example");
    assertThat(headers(server.requests.getFirst()))
        .contains("host: files.example:" + server.port());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://10.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[fe80::1]/",
        "https://0.0.0.0/",
        "https://１２７.０.０.１/",
        "https://127。0。0。1/",
        "https://[fd00:ec2::254]/",
        "https://100.64.0.1/"
      })
  void ofAnAddressOutOfReachIsRefusedWithoutAnyLookUp(String url) {
    assertFails(closed(answers()), url, Reason.ADDRESS);
    assertThat(lookedUp).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.1",
        "192.168.0.1",
        "::1",
        "fd00::1",
        "169.254.169.254",
        "0.0.0.0",
        "64:ff9b::a00:1",
        "100.64.0.1",
        "224.0.0.1"
      })
  void isRefusedWhenOneOfManyAddressesIsOutOfReach(String address) {
    NameResolver mixed = name -> Stream.of("8.8.8.8", address).map(InetAddress::ofLiteral).toList();

    assertFails(closed(mixed), "https://files.example/", Reason.ADDRESS);
  }

  @Test
  void isRefusedWhenTheNameMeansSomethingElseAtTheNextHop() throws OutboundException {
    server.onRedirect("/a", 302, "/b").onFile("/b", "text/plain", bytes("secret"));
    OutboundHttp client = open(PATIENT, answers(LOOPBACK, "169.254.169.254"));

    assertFails(client, "http://files.example:" + server.port() + "/a", Reason.ADDRESS);
    assertThat(lookedUp).containsExactly("files.example", "files.example");
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void checksANameAgainEachTime() throws OutboundException {
    server.onFile("/a", "text/plain", bytes("hello"));
    OutboundHttp client = open(PATIENT, answers(LOOPBACK, "0.0.0.0"));
    String url = "http://files.example:" + server.port() + "/a";

    client.get(url, MOST);

    assertFails(client, url, Reason.ADDRESS);
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void checksNamesWhicheverWayTheyAreAskedFor() throws UnknownHostException {
    CheckedResolver open = new CheckedResolver(answers(LOOPBACK, LOOPBACK), true);
    CheckedResolver closed = new CheckedResolver(answers(LOOPBACK, LOOPBACK), false);

    assertThat(open.resolve("files.example")).hasSize(1);
    assertThat(open.resolve("files.example", 80)).hasSize(1);
    assertThatExceptionOfType(CheckedResolver.RefusedAddressException.class)
        .isThrownBy(() -> closed.resolve("files.example"));
    assertThatExceptionOfType(CheckedResolver.RefusedAddressException.class)
        .isThrownBy(() -> closed.resolve("files.example", 80));
  }

  @Test
  void ofANameWithoutAddressesFails() {
    assertFails(open(PATIENT, name -> List.of()), "http://files.example/", Reason.UNREACHABLE);
  }

  @Test
  void ofAClosedPortFails() {
    int port = server.port();
    server.close();

    assertFails(open(PATIENT), "http://127.0.0.1:" + port + "/", Reason.UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsThreeRedirects(int status) throws OutboundException {
    server
        .onRedirect("/a", status, "b")
        .onRedirect("/b", status, "/c")
        .onRedirect("/c", status, server.url("/d"))
        .onFile("/d", "text/plain", bytes("there"));

    assertThat(open(PATIENT).get(server.url("/a"), MOST).bytes())
        .asString(UTF_8)
        .isEqualTo("there");
  }

  @Test
  void givesUpAtTheFourthRedirect() {
    server.onRedirect("/a", 302, "/a");

    assertFails(open(PATIENT), server.url("/a"), Reason.REDIRECT);
    assertThat(server.requests).hasSize(4);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/", "http://0.0.0.0:%d/b", "http://[::]:%d/b",
        "http://[fe80::1]/", "http://[::ffff:169.254.169.254]/", "http://[64:ff9b::a9fe:a9fe]/",
        "http://100.100.100.200/", "http://224.0.0.1/"
      })
  void isNotRedirectedOutOfReach(String location) {
    server
        .onRedirect("/a", 302, location.formatted(server.port()))
        .onFile("/b", "text/plain", bytes("secret"));

    assertFails(open(PATIENT), server.url("/a"), Reason.ADDRESS);
    assertThat(server.requests).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "http://u:p@127.0.0.1/",
        "http://2130706433/",
        "ftp://a/",
        ""
      })
  void isNotRedirectedToAUrlOfAnotherForm(String location) {
    server.onRedirect("/a", 302, location);

    assertThatExceptionOfType(OutboundException.class)
        .isThrownBy(() -> open(PATIENT).get(server.url("/a"), MOST));
    assertThat(server.requests).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void doesNotReadWhatARedirectHasToSay() throws Exception {
    server
        .on(
            "/a",
            endless("HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 99999999999\r\n\r\n"))
        .onFile("/b", "text/plain", bytes("there"));

    assertThat(open(PATIENT).get(server.url("/a"), MOST).bytes())
        .asString(UTF_8)
        .isEqualTo("there");
    server.awaitHangUp();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 206, 300, 304, 400, 401, 403, 404, 407, 429, 500, 503})
  void ofAnythingButA200Fails(int status) {
    server.on("/a", "HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n".formatted(status));

    assertFails(open(PATIENT), server.url("/a"), Reason.STATUS);
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void takesABodyOfExactlyTheGreatestSize() throws OutboundException {
    server.onFile("/a", "text/plain", new byte[(int) MOST]);

    assertThat(open(PATIENT).get(server.url("/a"), MOST).bytes()).hasSize((int) MOST);
  }

  @Test
  void believesALengthThatIsTooMuch() {
    server.on("/a", "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n");

    assertFails(open(PATIENT), server.url("/a"), Reason.LARGE);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.0 200 OK\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFF\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nFFFFFFF\r\n"
      })
  void stopsABodyThatNeverEnds(String head) throws Exception {
    server.on("/a", endless(head));

    assertThatExceptionOfType(OutboundException.class)
        .isThrownBy(() -> open(PATIENT).get(server.url("/a"), MOST))
        .satisfies(failed -> assertThat(failed.reason()).isIn(Reason.LARGE, Reason.UNREACHABLE));
    server.awaitHangUp();
  }

  @Test
  void readsNoFurtherThanThePromisedLength() throws OutboundException {
    server.on("/a", endless("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"));

    assertThat(open(PATIENT).get(server.url("/a"), MOST).bytes()).hasSize(5);
  }

  @Test
  void ofABodyShorterThanPromisedFails() {
    server.on("/a", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhello");

    assertFails(open(PATIENT), server.url("/a"), Reason.UNREACHABLE);
  }

  @Test
  void takesNoCompressedBody() {
    server.on("/a", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello");

    assertFails(open(PATIENT), server.url("/a"), Reason.ENCODED);
  }

  @Test
  void takesNoMoreThan32KibibytesOfHeaders() {
    String header = "X: " + "a".repeat(7000) + "\r\n";
    server.on("/a", "HTTP/1.1 200 OK\r\n" + header.repeat(5) + "Content-Length: 0\r\n\r\n");

    assertFails(open(PATIENT), server.url("/a"), Reason.LARGE);
  }

  @Test
  void stopsHeadersThatNeverEnd() throws Exception {
    server.on("/a", endless("HTTP/1.1 200 OK\r\nX: "));

    assertFails(open(PATIENT), server.url("/a"), Reason.UNREACHABLE);
    server.awaitHangUp();
  }

  @Test
  void endsWhenTheServerSaysNothing() {
    CountDownLatch over = new CountDownLatch(1);
    server.on("/a", out -> await(over));
    OutboundLimits impatient =
        new OutboundLimits(
            Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofSeconds(20), 3);

    assertFails(open(impatient), server.url("/a"), Reason.SLOW);
    over.countDown();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n", "HTTP/1.1 200 OK\r\nX: ", ""})
  void endsInTimeThoughTheServerNeverStopsDripping(String head) throws Exception {
    server.on("/a", dripping(head));
    OutboundLimits brief =
        new OutboundLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMillis(500), 3);

    assertFails(open(brief), server.url("/a"), Reason.SLOW);
    server.awaitHangUp();
  }

  @Test
  void endsInTimeThoughANameTakesForever() {
    CountDownLatch over = new CountDownLatch(1);
    NameResolver stuck =
        name -> {
          await(over);
          return List.of();
        };
    OutboundLimits brief =
        new OutboundLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMillis(200), 3);

    assertFails(open(brief, stuck), "http://files.example/", Reason.SLOW);
    over.countDown();
  }

  @Test
  void endsInTimeThoughTheTlsHandshakeDoesNot() {
    OutboundLimits brief =
        new OutboundLimits(Duration.ofMillis(200), Duration.ofMinutes(1), Duration.ofMinutes(2), 3);

    assertFails(open(brief), "https://127.0.0.1:" + server.port() + "/a", Reason.SLOW);
  }

  @Test
  void saysNothingAboutTheUrlWhenItFails() {
    OutboundHttp client =
        open(
            PATIENT,
            name -> {
              throw new UnknownHostException(name);
            });

    assertThatExceptionOfType(OutboundException.class)
        .isThrownBy(() -> client.get("http://files.example/secret", MOST))
        .withMessage("UNREACHABLE");
  }

  private OutboundHttp open(OutboundLimits limits) {
    return open(limits, answers());
  }

  private OutboundHttp open(OutboundLimits limits, NameResolver names) {
    return kept(new OutboundHttp(true, limits, names));
  }

  private OutboundHttp closed(NameResolver names) {
    return kept(new OutboundHttp(false, PATIENT, names));
  }

  private OutboundHttp kept(OutboundHttp client) {
    clients.add(client);
    return client;
  }

  /** Each look-up gets the next address. */
  private NameResolver answers(String... addresses) {
    Deque<String> next = new ArrayDeque<>(List.of(addresses));
    return name -> {
      lookedUp.add(name);
      return List.of(InetAddress.ofLiteral(next.removeFirst()));
    };
  }

  private static void assertFails(OutboundHttp client, String url, Reason reason) {
    assertThatExceptionOfType(OutboundException.class)
        .isThrownBy(() -> client.get(url, MOST))
        .satisfies(failed -> assertThat(failed.reason()).isEqualTo(reason));
  }

  private static List<String> headers(List<String> request) {
    return request.stream().map(line -> line.toLowerCase(Locale.ROOT)).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static ScriptedHttpServer.Script endless(String head) {
    byte[] filling = new byte[64 * 1024];
    Arrays.fill(filling, (byte) 'a');
    return out -> {
      out.write(bytes(head));
      while (true) {
        out.write(filling);
      }
    };
  }

  /** A byte every few milliseconds, as often as the client lets it. */
  private static ScriptedHttpServer.Script dripping(String head) {
    return out -> {
      out.write(bytes(head));
      while (true) {
        pause();
        drip(out);
      }
    };
  }

  private static void drip(OutputStream out) throws IOException {
    out.write('a');
    out.flush();
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
