package dev.parley.channels.support;

import dev.parley.channels.support.CheckedResolver.RefusedAddressException;
import dev.parley.channels.support.OutboundException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what strangers name by URL, and posts there, without becoming their way into our network:
 * URLs are read strictly, every address of a host is checked and then connected to, redirects are
 * checked like the first URL, and time and size are bounded by counting. Both https and plain http
 * are followed: a file's URL is often all that a client was given by somebody else, and no
 * credentials go with it. A redirect never leads from https to http. Proxies, cookies and
 * credentials are not used.
 *
 * <p>A refused address is never contacted, so how long an answer takes tells nothing about it.
 */
public final class OutboundHttp implements AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int OK = 200;
  private static final int LONGEST_HEADERS = 32 * 1024;

  private final boolean privateToo;
  private final OutboundLimits limits;
  private final CloseableHttpClient client;

  /**
   * @param allowPrivate whether our own network may be reached, on any port and under names without
   *     a dot; link-local and metadata addresses stay out of reach
   */
  public OutboundHttp(boolean allowPrivate) {
    this(allowPrivate, OutboundLimits.STANDARD, NameResolver.SYSTEM);
  }

  public OutboundHttp(boolean allowPrivate, OutboundLimits limits, NameResolver names) {
    this.privateToo = allowPrivate;
    this.limits = limits;
    this.client = OutboundClient.build(new CheckedResolver(names, allowPrivate), limits);
  }

  /**
   * The body of a 200.
   *
   * @param declaredType what the server calls it, as written; empty when it does not say
   */
  public record Fetched(byte[] bytes, String declaredType) {
    @Override
    public String toString() {
      return "Fetched[" + bytes.length + " bytes]";
    }
  }

  /**
   * Blocks for no longer than the total limit, names that take forever included.
   *
   * @param mostBytes a longer body is a failure
   */
  public Fetched get(String url, long mostBytes) throws OutboundException {
    return bounded(exchange -> follow(exchange, url, mostBytes));
  }

  /**
   * What a server says to a post, whatever it is; redirects are not followed.
   *
   * @param retryAfter the header as written; empty without one
   * @param body its beginning
   */
  public record Said(int status, String retryAfter, byte[] body) {
    @Override
    public String toString() {
      return "Said[" + status + "]";
    }
  }

  /**
   * As bounded as {@link #get}.
   *
   * @param mostBytes of the answer that are read
   */
  public Said post(String url, Map<String, String> headers, byte[] body, int mostBytes)
      throws OutboundException {
    OutboundUrl to = OutboundUrl.parse(url, privateToo);
    return bounded(exchange -> say(exchange, to, headers, body, mostBytes));
  }

  /** Whether a URL is of a form that is followed; where its name leads is seen when it is. */
  public boolean mayReach(String url) {
    try {
      OutboundUrl.parse(url, privateToo);
      return true;
    } catch (OutboundException e) {
      return false;
    }
  }

  private interface Work<T> {
    T in(Exchange exchange) throws IOException;
  }

  /** A name is looked up for as long as the system likes: that is left to a thread of its own. */
  private <T> T bounded(Work<T> work) throws OutboundException {
    Exchange exchange = new Exchange();
    FutureTask<T> result = new FutureTask<>(() -> work.in(exchange));
    Thread.ofPlatform().daemon().name("outbound").start(result);
    try {
      return result.get(limits.total().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new OutboundException(reason(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new OutboundException(Reason.SLOW, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutboundException(Reason.SLOW, e);
    } finally {
      exchange.end();
    }
  }

  private static Reason reason(@Nullable Throwable cause) {
    return switch (cause) {
      case OutboundException known -> known.reason();
      case RefusedAddressException _ -> Reason.ADDRESS;
      case SocketTimeoutException _ -> Reason.SLOW;
      case null, default -> Reason.UNREACHABLE;
    };
  }

  private Fetched follow(Exchange exchange, String first, long mostBytes) throws IOException {
    OutboundUrl url = OutboundUrl.parse(first, privateToo);
    for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
      switch (ask(exchange, url, mostBytes)) {
        case Answer.Moved moved -> url = url.redirectedTo(moved.location(), privateToo);
        case Answer.Body body -> {
          return body.fetched();
        }
      }
    }
    throw new OutboundException(Reason.REDIRECT);
  }

  private sealed interface Answer {
    record Moved(String location) implements Answer {}

    record Body(Fetched fetched) implements Answer {}
  }

  private Answer ask(Exchange exchange, OutboundUrl url, long mostBytes) throws IOException {
    HttpGet request = new HttpGet(url.uri());
    request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    ClassicHttpResponse response = client.executeOpen(null, exchange.with(request), null);
    try {
      return answer(response, mostBytes);
    } finally {
      // A graceful close would read what the server still has to say.
      CloseableHttpResponse.adapt(response).close(CloseMode.IMMEDIATE);
    }
  }

  private Said say(
      Exchange exchange, OutboundUrl url, Map<String, String> headers, byte[] body, int mostBytes)
      throws IOException {
    HttpPost request = new HttpPost(url.uri());
    headers.forEach(request::setHeader);
    request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    ClassicHttpResponse response = client.executeOpen(null, exchange.with(request), null);
    try {
      HttpEntity entity = response.getEntity();
      return new Said(
          response.getCode(),
          first(response, HttpHeaders.RETRY_AFTER),
          entity == null ? new byte[0] : entity.getContent().readNBytes(mostBytes));
    } finally {
      CloseableHttpResponse.adapt(response).close(CloseMode.IMMEDIATE);
    }
  }

  private static Answer answer(ClassicHttpResponse response, long mostBytes) throws IOException {
    if (headerBytes(response) > LONGEST_HEADERS) {
      throw new OutboundException(Reason.LARGE);
    }
    if (REDIRECTS.contains(response.getCode())) {
      return new Answer.Moved(first(response, HttpHeaders.LOCATION));
    }
    HttpEntity entity = response.getEntity();
    if (response.getCode() != OK || entity == null) {
      throw new OutboundException(Reason.STATUS);
    }
    String encoding = first(response, HttpHeaders.CONTENT_ENCODING);
    if (!encoding.isEmpty() && !encoding.equalsIgnoreCase("identity")) {
      throw new OutboundException(Reason.ENCODED);
    }
    byte[] bytes = read(entity, mostBytes);
    return new Answer.Body(new Fetched(bytes, first(response, HttpHeaders.CONTENT_TYPE)));
  }

  private static byte[] read(HttpEntity entity, long mostBytes) throws IOException {
    if (entity.getContentLength() > mostBytes) {
      throw new OutboundException(Reason.LARGE);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[16 * 1024];
    InputStream body = entity.getContent();
    for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      if (bytes.size() + (long) count > mostBytes) {
        throw new OutboundException(Reason.LARGE);
      }
      bytes.write(buffer, 0, count);
    }
    return bytes.toByteArray();
  }

  private static int headerBytes(ClassicHttpResponse response) {
    return Arrays.stream(response.getHeaders())
        .mapToInt(header -> header.getName().length() + value(header).length() + 4)
        .sum();
  }

  private static String first(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? "" : value(header).strip();
  }

  private static String value(Header header) {
    return header.getValue() == null ? "" : header.getValue();
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
