package dev.parley.persistence.setup;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a PostgreSQL database is and who logs in, as people write it: {@code
 * postgresql://user:password@host:port/database?sslmode=require}. Special characters are
 * percent-encoded; the port is 5432 when absent.
 *
 * @param host name or address, IPv6 in brackets
 * @param parameters {@code sslmode} and {@code sslrootcert} (a PEM file) only
 */
public record DatabaseUrl(
    String host,
    int port,
    String database,
    String user,
    String password,
    Map<String, String> parameters) {
  private static final Pattern FORM =
      Pattern.compile(
          "postgres(?:ql)?://(?<user>[^:@/?#\\s]+):(?<password>[^:@/?#\\s]+)"
              + "@(?<host>\\[[0-9A-Fa-f:.]+]|[^:/?#@,\\[\\]\\s]+)(?::(?<port>\\d{1,5}))?"
              + "/(?<database>[^/?#\\s]+)(?:\\?(?<query>[^#\\s]*))?");
  private static final int DEFAULT_PORT = 5432;
  private static final int LAST_PORT = 65_535;
  private static final Set<String> SSL_MODES =
      Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  public DatabaseUrl {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException saying what is wrong, without repeating the password
   */
  public static DatabaseUrl parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "is not of the form postgresql://user:password@host:port/database"
              + " (special characters percent-encoded)");
    }
    return new DatabaseUrl(
        group(form, "host"),
        port(Optional.ofNullable(form.group("port"))),
        decode(group(form, "database")),
        decode(group(form, "user")),
        decode(group(form, "password")),
        parameters(Optional.ofNullable(form.group("query"))));
  }

  /** For pgjdbc, without the login. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + address();
  }

  /** For the Vert.x client, without the login; unqualified names mean Parley's schema. */
  public String reactiveUrl() {
    String url = "postgresql://" + address();
    return url + (parameters.isEmpty() ? "?" : "&") + "search_path=" + DatabaseSetup.SCHEMA;
  }

  /** A blocking connection, for work done before the service runs. */
  public Connection connect() throws SQLException {
    // Named, not found by DriverManager: that would load every driver there is.
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setURL(jdbcUrl());
    return server.getConnection(user, password);
  }

  DatabaseUrl withLogin(String otherUser, String otherPassword) {
    return new DatabaseUrl(host, port, database, otherUser, otherPassword, parameters);
  }

  /** The same server and login, another database. */
  public DatabaseUrl withDatabase(String other) {
    return new DatabaseUrl(host, port, other, user, password, parameters);
  }

  /** The text form again, password included. */
  public String text() {
    return "postgresql://" + encode(user) + ":" + encode(password) + "@" + address();
  }

  /** Host, port and database only: safe to show. */
  @Override
  public String toString() {
    return host + ":" + port + "/" + database;
  }

  private String address() {
    String query =
        parameters.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
            .collect(Collectors.joining("&"));
    return host + ":" + port + "/" + encode(database) + (query.isEmpty() ? "" : "?" + query);
  }

  private static int port(Optional<String> text) {
    int port = text.map(Integer::parseInt).orElse(DEFAULT_PORT);
    if (port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException("has a port outside 1 to 65535");
    }
    return port;
  }

  private static Map<String, String> parameters(Optional<String> query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.filter(text -> !text.isEmpty()).orElse("").split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      parameters.put(name, parameter(name, equals < 0 ? "" : decode(pair.substring(equals + 1))));
    }
    if (parameters.getOrDefault("sslmode", "").startsWith("verify-")
        && !parameters.containsKey("sslrootcert")) {
      throw new IllegalArgumentException("has an sslmode that verifies, which needs sslrootcert");
    }
    return parameters;
  }

  private static String parameter(String name, String value) {
    boolean known =
        switch (name) {
          case "sslmode" -> SSL_MODES.contains(value);
          case "sslrootcert" -> !value.isEmpty();
          default ->
              throw new IllegalArgumentException(
                  "has the parameter '" + name + "'; only sslmode and sslrootcert are known");
        };
    if (!known) {
      throw new IllegalArgumentException("has an unknown " + name + " '" + value + "'");
    }
    return value;
  }

  private static String group(Matcher matcher, String name) {
    return Objects.requireNonNull(matcher.group(name));
  }

  private static String decode(String text) {
    // In a URL's path and login a plus sign means itself.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
