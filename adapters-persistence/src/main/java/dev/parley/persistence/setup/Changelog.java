package dev.parley.persistence.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The migrations this version brings, as files on the class path. */
final class Changelog {
  static final String FILE = "db/changelog.yaml";

  private static final Pattern INCLUDED = Pattern.compile("\\bfile:\\s*([^\\s}]+)");

  private Changelog() {}

  /** The files it includes, in the order they run. */
  static List<String> included() {
    return INCLUDED
        .matcher(new String(read(FILE), StandardCharsets.UTF_8))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** Two versions with the same fingerprint bring the same migrations in the same order. */
  static String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(read(FILE));
      included().forEach(file -> digest.update(read(file)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] read(String file) {
    try (@Nullable InputStream stream =
        Changelog.class.getClassLoader().getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("The changelog names a file that is not there: " + file);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
