package dev.parley.channels.email.mime;

import java.util.ArrayList;
import java.util.List;

/** A node of a mail's structure: either has children or encoded bytes. Grows while it is read. */
final class Part {
  private final ContentHeaders headers;
  private final boolean divided;
  private final List<Part> children = new ArrayList<>();
  private Content encoded;

  private Part(ContentHeaders headers, boolean divided, Content encoded) {
    this.headers = headers;
    this.divided = divided;
    this.encoded = encoded;
  }

  static Part leaf(ContentHeaders headers, Content encoded) {
    return new Part(headers, false, encoded);
  }

  static Part container(ContentHeaders headers) {
    return new Part(headers, true, Content.of(new byte[0]));
  }

  ContentHeaders headers() {
    return headers;
  }

  String type() {
    return headers.type();
  }

  List<Part> children() {
    return children;
  }

  /** A multipart that was not followed: without boundary, or too deep. */
  boolean isUndivided() {
    return !divided;
  }

  Content encoded() {
    return encoded;
  }

  /** What stood before the first boundary: all there is when no boundary follows. */
  void preamble(Content bytes) {
    encoded = bytes;
  }

  TransferDecoder.Decoded decoded() {
    return TransferDecoder.decode(encoded, headers.transferEncoding());
  }
}
