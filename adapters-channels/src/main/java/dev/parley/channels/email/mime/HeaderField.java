package dev.parley.channels.email.mime;

import java.util.Locale;

/**
 * One header field, unfolded.
 *
 * @param name as written
 * @param body one char per byte (ISO 8859-1), so that no byte is lost before it is decoded
 */
record HeaderField(String name, String body) {
  String key() {
    return name.toLowerCase(Locale.ROOT);
  }
}
