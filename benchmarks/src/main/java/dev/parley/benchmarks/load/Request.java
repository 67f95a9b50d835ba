package dev.parley.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request as it goes over the wire.
 *
 * @param expected a status that is no error either, beside all 2xx; 0: none
 */
public record Request(Buffer bytes, int expected) {
  private static final int SUCCESS = 200;
  private static final int REDIRECT = 300;

  /** Expects a 2xx. */
  public static Request get(URI service, String path, Map<String, String> headers) {
    return of(service, "GET", path, headers, new byte[0]);
  }

  /** Expects a 2xx. */
  public static Request of(
      URI service, String method, String path, Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(service.getAuthority()).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (body.length > 0) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("\r\n");
    return new Request(
        Buffer.buffer(head.toString().getBytes(StandardCharsets.UTF_8)).appendBytes(body), 0);
  }

  /** The same, for which one more status is as good as a success. */
  public Request orStatus(int status) {
    return new Request(bytes, status);
  }

  boolean isExpected(int status) {
    return (status >= SUCCESS && status < REDIRECT) || status == expected;
  }
}
