package dev.parley.channels.email;

import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.shared.SharedError;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where and as whom to log in.
 *
 * @param username null: without logging in
 */
public record MailServer(
    String host,
    int port,
    Security security,
    @Nullable String username,
    @Nullable Secret password) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,253}");
  private static final int PORT_MAX = 65_535;

  /** How the connection is protected. */
  public enum Security {
    NONE,
    /** Begins in the clear; without the server's consent to TLS nothing is sent. */
    START_TLS,
    TLS;

    /** The ports of RFC 8314 and RFC 6409 say what is spoken there; elsewhere nothing is risked. */
    static Security usualAt(int port) {
      return port == 25 || port == 143 || port == 587 ? START_TLS : TLS;
    }

    static Security of(String path, String word) {
      return switch (word) {
        case "None" -> NONE;
        case "StartTls" -> START_TLS;
        case "Tls" -> TLS;
        default -> throw SharedError.invalid(path, "must be None, StartTls or Tls");
      };
    }
  }

  /**
   * @param protocol the first part of the settings' keys: {@code imap} or {@code smtp}
   * @return empty when the endpoint names no such server
   */
  static Optional<MailServer> from(ContactEndpoint endpoint, String protocol) {
    Map<String, String> settings = endpoint.settings();
    Optional<String> host = EmailAccount.present(settings, protocol + ".host");
    return host.map(name -> read(endpoint, protocol, name));
  }

  private static MailServer read(ContactEndpoint endpoint, String protocol, String host) {
    Map<String, String> settings = endpoint.settings();
    int port = port(protocol + ".port", settings);
    Security security =
        EmailAccount.present(settings, protocol + ".security")
            .map(word -> Security.of(protocol + ".security", word))
            .orElseGet(() -> Security.usualAt(port));
    String username = EmailAccount.present(settings, protocol + ".username").orElse(null);
    Secret password = endpoint.secrets().get(protocol + ".password");
    if (username != null && password == null) {
      throw SharedError.invalid(protocol + ".password", "is missing");
    }
    return new MailServer(
        host(protocol + ".host", host),
        port,
        security,
        clean(protocol + ".username", username),
        password);
  }

  private static String host(String path, String name) {
    if (!HOST.matcher(name).matches()) {
      throw SharedError.invalid(path, "must be a host name");
    }
    return name;
  }

  private static int port(String path, Map<String, String> settings) {
    String text = EmailAccount.present(settings, path).orElse("");
    if (!text.matches("[0-9]{1,5}")) {
      throw SharedError.invalid(path, "must be a port number");
    }
    int port = Integer.parseInt(text);
    if (port < 1 || port > PORT_MAX) {
      throw SharedError.invalid(path, "must be a port number");
    }
    return port;
  }

  /** A control character would end the login command and begin another. */
  private static @Nullable String clean(String path, @Nullable String name) {
    if (name != null && name.chars().anyMatch(Character::isISOControl)) {
      throw SharedError.invalid(path, "must not contain control characters");
    }
    return name;
  }

  @Override
  public String toString() {
    return "MailServer[" + security + "]";
  }
}
