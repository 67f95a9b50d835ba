package dev.parley.channels.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Splits a header block off the bytes that follow it (RFC 5322 §2.2), forgiving what real mail
 * does: bare line feeds, an mbox line on top, continuation lines that lost their blank, a missing
 * empty line.
 */
final class HeaderReader {

  /** The fields kept and where the body begins. */
  record Block(MailHeaders headers, int bodyStart) {}

  private final byte[] raw;
  private final int end;
  private final MailLimits limits;
  private final Set<ParseWarning> warnings;
  private final List<HeaderField> fields = new ArrayList<>();
  private int keptBytes;
  private @Nullable String name;
  private final StringBuilder body = new StringBuilder();

  private HeaderReader(byte[] raw, int end, MailLimits limits, Set<ParseWarning> warnings) {
    this.raw = raw;
    this.end = end;
    this.limits = limits;
    this.warnings = warnings;
  }

  static Block read(byte[] raw, int start, int end, MailLimits limits, Set<ParseWarning> warnings) {
    return new HeaderReader(raw, end, limits, warnings).readFrom(start);
  }

  private Block readFrom(int start) {
    int at = skipMboxLine(start);
    while (at < end) {
      int next = nextLine(at);
      int stop = lineStop(at, next);
      if (stop == at) {
        at = next;
        break;
      }
      if (isBlank(raw[at])) {
        append(at, stop);
      } else if (colon(at, stop) > 0) {
        begin(at, stop);
      } else if (name != null && next < end && continuesAfter(next)) {
        append(at, stop);
      } else {
        break;
      }
      at = next;
    }
    flush();
    return new Block(new MailHeaders(fields), at);
  }

  private boolean continuesAfter(int next) {
    int stop = lineStop(next, nextLine(next));
    return stop > next && colon(next, stop) > 0;
  }

  private int skipMboxLine(int start) {
    boolean mbox = (matches(start, "From ") && colon(start, end) < 0) || matches(start, ">From ");
    return mbox ? nextLine(start) : start;
  }

  private boolean matches(int at, String prefix) {
    if (end - at < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (raw[at + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int nextLine(int at) {
    int i = at;
    while (i < end && raw[i] != '\n') {
      i++;
    }
    return Math.min(i + 1, end);
  }

  private int lineStop(int at, int next) {
    int stop = next;
    if (stop > at && raw[stop - 1] == '\n') {
      stop--;
    }
    if (stop > at && raw[stop - 1] == '\r') {
      stop--;
    }
    return stop;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /** Index of the colon that ends a field name, or -1: printable ASCII, blanks only before it. */
  private int colon(int at, int stop) {
    int i = at;
    while (i < stop && raw[i] > ' ' && raw[i] < 127 && raw[i] != ':') {
      i++;
    }
    int nameEnd = i;
    while (i < stop && isBlank(raw[i])) {
      i++;
    }
    return nameEnd > at && i < stop && raw[i] == ':' ? i : -1;
  }

  private void begin(int at, int stop) {
    flush();
    int colon = colon(at, stop);
    name = latin1(at, colon).strip();
    append(colon + 1, stop);
  }

  /** Over the limit a field grows no further; {@link #flush} then drops it as a whole. */
  private void append(int from, int to) {
    if (name != null && keptBytes + body.length() <= limits.headerBytes()) {
      body.append(latin1(from, Math.min(to, from + limits.headerBytes() + 1)));
    }
  }

  private void flush() {
    if (name == null) {
      return;
    }
    int bytes = name.length() + body.length();
    if (fields.size() < limits.headers() && keptBytes + bytes <= limits.headerBytes()) {
      keptBytes += bytes;
      fields.add(new HeaderField(name, body.toString().strip()));
    } else {
      warnings.add(ParseWarning.HEADERS_DROPPED);
    }
    name = null;
    body.setLength(0);
  }

  private String latin1(int from, int to) {
    return new String(raw, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
