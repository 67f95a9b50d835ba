package dev.parley.bootstrap.blackbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What no client should send, as it goes over the wire. */
final class HostileValues {
  private static final int LONG = 100_000;
  private static final int MANY = 20_000;
  private static final int DEEP = 5_000;

  /** Values of fields, as JSON text. */
  static final List<String> OF_FIELDS =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "1e400",
          "-0",
          "\"\"",
          "\" \"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\udc00 and on\"",
          "\"" + "x".repeat(LONG) + "\"",
          "\"2026-13-45T99:99:99Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"0193478e-0000-7000-8000-00000000000g\"",
          "\"'; DROP TABLE conversation; --\"",
          "\"\\u202e\\ufeff\\uffff\"",
          "\"NaN\"",
          "[]",
          "[null]",
          "[[[]]]",
          "[1, \"a\", {}, null]",
          "[" + IntStream.range(0, MANY).mapToObj(_ -> "0").collect(Collectors.joining(",")) + "]",
          "{}",
          "{\"_type\": \"NoSuchType\"}",
          "{\"_type\": 1, \"value\": {}}",
          "{\"_type\": null}",
          "{\"\": {\"\": \"\"}}");

  /** Whole bodies that nothing can be done with, whatever the operation. */
  static final List<byte[]> BODIES =
      List.of(
          text("{"),
          text("}"),
          text("["),
          text("null"),
          text("true"),
          text("1e400"),
          text("\"text\""),
          text("[null]"),
          text("[[]]"),
          text("{\"a\": 1} {\"b\": 2}"),
          text("{'a': 1}"),
          text("{a: 1}"),
          text("{\"a\": NaN}"),
          text("{\"a\": 1,}"),
          text("// comment\n{}"),
          text("{\"a\": \"tab\tand\nline\"}"),
          text("{\"a\": \"\\u0000\"}"),
          text("{\"\\u0000\": 1}"),
          text("{\"a\": \"\\ud83d\"}"),
          text("{\"a\": \"\\uzzzz\"}"),
          text("<?xml version=\"1.0\"?><a/>"),
          text("{\"a\": " + "[".repeat(DEEP) + "]".repeat(DEEP) + "}"),
          text("{\"a\": ".repeat(DEEP) + "1" + "}".repeat(DEEP)),
          text("{\"a\": " + "9".repeat(LONG) + "}"),
          text("{\"" + "k".repeat(LONG) + "\": 1}"),
          new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'},
          new byte[] {
            '{', '"', 'a', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'
          },
          new byte[] {0, 0, 0, 0});

  /** Parts of a path and values of a query, encoded. */
  static final List<String> OF_URLS =
      List.of(
          "",
          "%20",
          "%00",
          "a%00b",
          "%FF",
          "%ED%A0%80",
          "%C3%28",
          "%F0%9F%92%A5",
          "%2F",
          "..%2F..%2Fetc%2Fpasswd",
          "null",
          "NaN",
          "-1",
          "+1",
          "0",
          "1e400",
          "0x1F",
          "9007199254740993",
          "9223372036854775808",
          "-9223372036854775809",
          "99999999999999999999999999",
          "0193478e-0000-7000-8000-00000000000g",
          "'%20OR%20'1'='1",
          "%3Cscript%3E",
          "%E2%80%AE",
          "2026-13-45T99:99:99Z",
          "%2B999999999-12-31T23:59:59Z",
          "bm9zdWNoa2V5",
          "%25",
          "x".repeat(3_000));

  private final Random random;

  HostileValues(long seed) {
    random = new Random(seed);
  }

  /** Some value or other, seldom deep. */
  String any(List<String> names) {
    return switch (random.nextInt(6)) {
      case 0 -> array(names);
      case 1 -> object(names);
      default -> OF_FIELDS.get(random.nextInt(OF_FIELDS.size()));
    };
  }

  /** An object of fields that some operation knows. */
  String object(List<String> names) {
    List<String> fields = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      fields.add("\"" + names.get(random.nextInt(names.size())) + "\": " + any(names));
    }
    return "{" + String.join(", ", fields) + "}";
  }

  private String array(List<String> names) {
    List<String> elements = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      elements.add(any(names));
    }
    return "[" + String.join(", ", elements) + "]";
  }

  /** One of several. */
  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
