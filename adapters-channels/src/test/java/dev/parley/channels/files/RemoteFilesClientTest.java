package dev.parley.channels.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.channels.support.NameResolver;
import dev.parley.channels.support.OutboundHttp;
import dev.parley.channels.support.OutboundLimits;
import dev.parley.channels.support.ScriptedHttpServer;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.shared.DomainException;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A remote file")
@Timeout(30)
class RemoteFilesClientTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final byte[] PNG =
      HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");

  private final ScriptedHttpServer server = new ScriptedHttpServer();
  private final OutboundHttp http = new OutboundHttp(true);
  private final RemoteFilesClient files =
      new RemoteFilesClient(http, task -> Thread.ofPlatform().daemon().start(task), 1000);

  @AfterEach
  void close() throws IOException {
    http.close();
    server.close();
  }

  @Test
  void isOfTheTypeItsBytesSay() {
    server.onFile("/photo", "text/html", PNG);

    IncomingFile file = fetch(server.url("/photo"), "holiday.txt");

    assertThat(file.mediaType()).isEqualTo("image/png");
    assertThat(file.bytes()).isEqualTo(PNG);
    assertThat(file.inline()).isFalse();
    assertThat(file.contentId()).isNull();
  }

  @Test
  void isAPageEvenWhenItIsDeclaredAnImage() {
    server.onFile("/photo.png", "image/png", "<!DOCTYPE html><html></html>".getBytes(UTF_8));

    assertThat(fetch(server.url("/photo.png"), null).mediaType()).isEqualTo("text/html");
  }

  @ParameterizedTest
  @CsvSource({"/notes.csv,'', text/csv", "/notes, text/csv; charset=utf-8, text/csv"})
  void isOfTheNamedOrDeclaredTypeWhereItsBytesLeaveItOpen(
      String path, String declared, String type) {
    server.onFile(path, declared, "a,b\n1,2\n".getBytes(UTF_8));

    assertThat(fetch(server.url(path), null).mediaType()).isEqualTo(type);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "../../etc/passwd, passwd",
    "C:\\temp\\report.pdf, report.pdf",
    "'a\r\nb.pdf', a b.pdf",
    "a\u202Efdp.exe, afdp.exe",
    "Grüße 1.pdf, Grüße 1.pdf",
  })
  void isCalledWhatTheClientSaysButHarmlessly(String given, String name) {
    server.onFile("/a", "text/plain", "a".getBytes(UTF_8));

    assertThat(fetch(server.url("/a"), given).fileName()).isEqualTo(name);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/files/report.pdf, report.pdf",
    "/files/report.pdf?token=1, report.pdf",
    "/files/Gr%C3%BC%C3%9Fe%201.pdf, Grüße 1.pdf",
    "/files/..%2F..%2Fpasswd, passwd",
    "/files/a%0D%0Ab.pdf, a b.pdf",
    "/files/%2e%2e, attachment.txt",
    "/files/, attachment.txt",
    "/, attachment.txt",
  })
  void isOtherwiseCalledLikeTheLastSegmentOfItsUrl(String path, String name) {
    server.onFile(path, "text/plain", "just words".getBytes(UTF_8));

    assertThat(fetch(server.url(path), null).fileName()).isEqualTo(name);
    assertThat(fetch(server.url(path), " ").fileName()).isEqualTo(name);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "no url",
        "file:///etc/passwd",
        "http://u@127.0.0.1/",
        "http://169.254.169.254/",
        "http://127.0.0.1:1/"
      })
  void thatCannotBeReachedFailsWithoutAReason(String url) {
    assertNotFetched(files, url);
  }

  @Test
  void thatIsMissingOrTooLargeFailsInTheSameWay() {
    server.onFile("/large", "text/plain", new byte[1001]);

    assertNotFetched(files, server.url("/missing"));
    assertNotFetched(files, server.url("/large"));
  }

  @Test
  void inOurOwnNetworkIsNotFetchedUnlessTheOperatorAllowsIt() throws IOException {
    server.onFile("/a", "text/plain", "a".getBytes(UTF_8));
    try (OutboundHttp closed =
        new OutboundHttp(false, OutboundLimits.STANDARD, NameResolver.SYSTEM)) {
      assertNotFetched(new RemoteFilesClient(closed, Runnable::run, 1000), server.url("/a"));
    }
  }

  @Test
  void failsInTheSameWayWhenThereIsNobodyToFetchIt() {
    Executor full =
        task -> {
          throw new RejectedExecutionException();
        };

    assertNotFetched(new RemoteFilesClient(http, full, 1000), server.url("/a"));
  }

  private IncomingFile fetch(String url, @Nullable String prettyName) {
    return files.fetch(url, prettyName).await().atMost(PATIENCE);
  }

  private static void assertNotFetched(RemoteFilesClient files, String url) {
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> files.fetch(url, null).await().atMost(PATIENCE))
        .satisfies(
            failed ->
                assertThat(failed.error()).isEqualTo(new ConversationError.AttachmentNotFetched()));
  }
}
