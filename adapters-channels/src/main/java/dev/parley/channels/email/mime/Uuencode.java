package dev.parley.channels.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding mail used before MIME (POSIX {@code uuencode}), as a whole part or inside text. */
final class Uuencode {
  /** A file found inside a text. */
  record Embedded(String name, Content content) {}

  /** The text without the files it carried. */
  record Split(String text, List<Embedded> files) {}

  private record Block(Embedded file, int end) {}

  private static final Pattern BEGIN =
      Pattern.compile("^begin [0-7]{3,4} ([^\\n]{1,255})\\n", Pattern.MULTILINE);

  private Uuencode() {}

  static TransferDecoder.Decoded decode(Content encoded) {
    String text =
        new String(encoded.array(), encoded.start(), encoded.size(), StandardCharsets.ISO_8859_1);
    List<Embedded> files = split(text.replace("\r\n", "\n")).files();
    return files.isEmpty()
        ? new TransferDecoder.Decoded(encoded, false)
        : new TransferDecoder.Decoded(files.getFirst().content(), files.size() == 1);
  }

  /**
   * @param text with lines ending in LF
   */
  static Split split(String text) {
    List<Embedded> files = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    Matcher begin = BEGIN.matcher(text);
    int at = 0;
    while (begin.find()) {
      Optional<Block> block =
          begin.start() < at ? Optional.empty() : blockAfter(text, begin.end(), begin.group(1));
      if (block.isPresent()) {
        rest.append(text, at, begin.start());
        files.add(block.get().file());
        at = block.get().end();
      }
    }
    return new Split(rest.append(text, at, text.length()).toString(), files);
  }

  /** Prose is told by a line whose first character does not give its length. */
  private static Optional<Block> blockAfter(String text, int start, String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = start;
    while (at < text.length()) {
      int newline = text.indexOf('\n', at);
      int stop = newline < 0 ? text.length() : newline;
      String line = text.substring(at, stop).stripTrailing();
      at = Math.min(stop + 1, text.length());
      if (line.equals("end")) {
        return Optional.of(new Block(new Embedded(name, Content.of(bytes.toByteArray())), at));
      }
      if (!line.isEmpty() && !isEncoded(line)) {
        return Optional.empty();
      }
      decodeLine(line, bytes);
    }
    return Optional.empty();
  }

  /** Blanks at a line's end may be lost on the way, so a line may be shorter than it says. */
  private static boolean isEncoded(String line) {
    int longest = 3 + (value(line.charAt(0)) + 2) / 3 * 4;
    return line.charAt(0) <= '`' && line.length() <= longest;
  }

  private static void decodeLine(String line, ByteArrayOutputStream bytes) {
    int wanted = line.isEmpty() ? 0 : value(line.charAt(0));
    for (int group = 1; wanted > 0; group += 4) {
      int bits = 0;
      for (int i = group; i < group + 4; i++) {
        bits = (bits << 6) | (i < line.length() ? value(line.charAt(i)) : 0);
      }
      for (int shift = 16; shift >= 0 && wanted > 0; shift -= 8) {
        bytes.write(bits >> shift);
        wanted--;
      }
    }
  }

  private static int value(char c) {
    return (c - ' ') & 0x3F;
  }
}
