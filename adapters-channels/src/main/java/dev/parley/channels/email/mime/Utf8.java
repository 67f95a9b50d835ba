package dev.parley.channels.email.mime;

/** Shape of UTF-8 sequences (RFC 3629 §4). */
final class Utf8 {
  private Utf8() {}

  /** Bytes of the character that starts here, or 0 when none can. */
  static int sequenceLength(Content bytes, int at) {
    int lead = bytes.at(at);
    int length =
        lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (at + length > bytes.size()) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes.at(at + i) & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
