package dev.parley.channels.email.mime;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message ids without their angle brackets (RFC 5322 §3.6.4). */
final class MessageIds {
  /** A longer id cannot stand on a line (RFC 5322 §2.1.1) and is not answered to. */
  private static final int LONGEST = 990;

  private static final Pattern BRACKETED = Pattern.compile("<([^<>]{1," + LONGEST + "})>");

  private MessageIds() {}

  /** Every id in such a body; where nothing is bracketed, every word with an at sign. */
  static List<String> in(String body) {
    List<String> ids = new ArrayList<>();
    Matcher bracketed = BRACKETED.matcher(body);
    while (bracketed.find()) {
      add(ids, bracketed.group(1));
    }
    if (ids.isEmpty() && body.indexOf('<') < 0) {
      for (String word : body.split("[\\s,]+", -1)) {
        if (word.indexOf('@') >= 0) {
          add(ids, word);
        }
      }
    }
    return ids;
  }

  static List<String> inAll(List<String> bodies) {
    return bodies.stream().flatMap(body -> in(body).stream()).distinct().toList();
  }

  private static void add(List<String> ids, String written) {
    String id = HeaderText.singleLine(HeaderText.decodeRaw(written)).replaceAll("[ <>]", "");
    if (!id.isEmpty() && id.length() <= LONGEST) {
      ids.add(id);
    }
  }

  /** An id for a mail that has none: the same bytes get the same one. */
  static String synthesised(byte[] raw) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(raw);
      return HexFormat.of().formatHex(hash) + "@no-id.invalid";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
