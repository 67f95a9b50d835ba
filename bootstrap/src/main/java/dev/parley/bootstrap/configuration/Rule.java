package dev.parley.bootstrap.configuration;

import dev.parley.persistence.setup.DatabaseUrl;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * How a setting is read. A value that breaks the rule is an {@link IllegalArgumentException} whose
 * message completes the line {@code PARLEY_NAME: ...}; it never repeats a secret.
 */
final class Rule {
  private static final int LAST_PORT = 65_535;

  private Rule() {}

  /** The value is part of the message only where it is no secret. */
  private static IllegalArgumentException broken(String value, String rule) {
    return new IllegalArgumentException("'" + value + "' " + rule);
  }

  /** A TCP port. */
  @RegisterForReflection
  public static final class Port implements Converter<Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Integer convert(String value) {
      try {
        int port = Integer.parseInt(value.strip());
        if (port >= 1 && port <= LAST_PORT) {
          return port;
        }
      } catch (NumberFormatException e) {
        throw broken(value, "is not a port (1 to 65535)");
      }
      throw broken(value, "is not a port (1 to 65535)");
    }
  }

  /** A number without a fraction. */
  @RegisterForReflection
  public static final class WholeNumber implements Converter<Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Integer convert(String value) {
      try {
        return Integer.valueOf(value.strip());
      } catch (NumberFormatException e) {
        throw broken(value, "is not a whole number");
      }
    }
  }

  /** Bytes, or with one of the letters K, M, G in units of 1024. */
  @RegisterForReflection
  public static final class ByteSize implements Converter<Long> {
    private static final long serialVersionUID = 1L;
    private static final Pattern FORM = Pattern.compile("(\\d{1,12})([KMG]?)");
    private static final String UNITS = " KMG";
    private static final int BITS_PER_UNIT = 10;

    @Override
    public Long convert(String value) {
      Matcher form = FORM.matcher(value.strip().toUpperCase(Locale.ROOT));
      if (!form.matches()) {
        throw broken(value, "is not a size such as 65536, 512K or 4M");
      }
      String unit = form.group(2).isEmpty() ? " " : form.group(2);
      return Long.parseLong(form.group(1)) << (BITS_PER_UNIT * UNITS.indexOf(unit));
    }
  }

  /** Yes or no. */
  @RegisterForReflection
  public static final class Flag implements Converter<Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean convert(String value) {
      return switch (value.strip().toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false" -> false;
        default -> throw broken(value, "is neither true nor false");
      };
    }
  }

  /** Text without blanks. */
  @RegisterForReflection
  public static final class Word implements Converter<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String convert(String value) {
      if (value.isBlank() || value.chars().anyMatch(Character::isWhitespace)) {
        throw broken(value, "is empty or has blanks in it");
      }
      return value;
    }
  }

  /** A path, relative to the working directory. */
  @RegisterForReflection
  public static final class Directory implements Converter<Path> {
    private static final long serialVersionUID = 1L;

    @Override
    public Path convert(String value) {
      try {
        return Path.of(value).toAbsolutePath().normalize();
      } catch (InvalidPathException e) {
        throw broken(value, "is not a path");
      }
    }
  }

  /** A database with its login. */
  @RegisterForReflection
  public static final class Database implements Converter<DatabaseUrl> {
    private static final long serialVersionUID = 1L;

    @Override
    public DatabaseUrl convert(String value) {
      return DatabaseUrl.parse(value.strip());
    }
  }

  /** An absolute http or https address, without a query. */
  @RegisterForReflection
  public static final class WebAddress implements Converter<URI> {
    private static final long serialVersionUID = 1L;
    private static final String MEANING = "is not an address such as https://support.example.org";

    @Override
    public URI convert(String value) {
      String trimmed = value.strip().replaceAll("/+$", "");
      try {
        URI uri = new URI(trimmed);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (web && uri.getHost() != null && uri.getRawQuery() == null && plain(uri)) {
          return uri;
        }
      } catch (URISyntaxException e) {
        throw broken(value, MEANING);
      }
      throw broken(value, MEANING);
    }

    private static boolean plain(URI uri) {
      return uri.getRawUserInfo() == null && uri.getRawFragment() == null;
    }
  }

  /** {@code prl_<16 base62>_<43 base62 or more>}. */
  @RegisterForReflection
  public static final class ApiToken implements Converter<String> {
    private static final long serialVersionUID = 1L;
    private static final Pattern FORM = Pattern.compile("prl_[0-9A-Za-z]{16}_[0-9A-Za-z]{43,200}");

    @Override
    public String convert(String value) {
      if (!FORM.matcher(value).matches()) {
        throw new IllegalArgumentException(
            "is not of the form prl_<16 characters>_<43 or more>, letters and digits only");
      }
      return value;
    }
  }

  /** At least 16 visible ASCII characters. */
  @RegisterForReflection
  public static final class OperatorToken implements Converter<String> {
    private static final long serialVersionUID = 1L;
    private static final Pattern FORM = Pattern.compile("[!-~]{16,200}");

    @Override
    public String convert(String value) {
      if (!FORM.matcher(value).matches()) {
        throw new IllegalArgumentException("is not 16 to 200 visible ASCII characters");
      }
      return value;
    }
  }

  /** 256 bits in base64. */
  @RegisterForReflection
  public static final class EncryptionKey implements Converter<SecretKey> {
    private static final long serialVersionUID = 1L;
    private static final int BYTES = 32;

    @Override
    public SecretKey convert(String value) {
      byte[] key;
      try {
        key = Base64.getDecoder().decode(value.strip());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("is not base64", e);
      }
      if (key.length != BYTES) {
        throw new IllegalArgumentException(
            "is " + key.length + " bytes in base64; 32 are needed (openssl rand -base64 32)");
      }
      return new SecretKeySpec(key, "AES");
    }
  }
}
