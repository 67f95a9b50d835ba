package dev.parley.channels.email.mime;

import dev.parley.channels.email.mime.AuthenticationResults.Check;
import dev.parley.channels.email.mime.AuthenticationResults.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the Authentication-Results our border wrote among those a sender may have added. Servers
 * put their fields on top, so only the topmost run of fields with a trusted id counts, and only if
 * it stands above the first Received field below the border's own.
 */
final class AuthenticationReader {
  private static final Pattern BY = Pattern.compile("\\bby\\s{1,20}([^\\s;()]{1,255})");
  private static final Pattern RESULT =
      Pattern.compile("([A-Za-z0-9-]{1,40})\\s*=\\s*([A-Za-z]{1,20})");
  private static final Pattern PROPERTY =
      Pattern.compile("\\b([a-z]{1,20}\\.[a-z0-9-]{1,40})\\s*=\\s*([^\\s;]{1,320})");

  private final Set<String> trusted;

  private AuthenticationReader(Set<String> trusted) {
    this.trusted =
        trusted.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  static AuthenticationResults read(MailHeaders headers, Set<String> trusted) {
    return new AuthenticationResults(new AuthenticationReader(trusted).checks(headers));
  }

  private List<Check> checks(MailHeaders headers) {
    List<Check> checks = new ArrayList<>();
    boolean borderPending = headers.raw("Received").stream().anyMatch(this::isWrittenByBorder);
    boolean found = false;
    for (HeaderField field : headers.fields()) {
      if (field.key().equals("received")) {
        boolean border = isWrittenByBorder(field.body());
        if (found || (!border && !borderPending)) {
          return checks;
        }
        borderPending &= !border;
      } else if (field.key().equals("authentication-results")) {
        Optional<List<Check>> results = results(field.body());
        results.ifPresent(checks::addAll);
        found |= results.isPresent();
      }
    }
    return checks;
  }

  private boolean isWrittenByBorder(String received) {
    Matcher by = BY.matcher(received);
    if (!by.find()) {
      return false;
    }
    String host = by.group(1).toLowerCase(Locale.ROOT);
    return trusted.stream()
        .filter(id -> !id.isEmpty())
        .anyMatch(id -> host.equals(id) || host.endsWith("." + id));
  }

  /** Empty when the field is not one of a trusted server. */
  private Optional<List<Check>> results(String body) {
    String text = withoutComments(HeaderText.decodeLine(body));
    String[] statements = text.split(";", -1);
    boolean anonymous = RESULT.matcher(statements[0].strip()).lookingAt();
    String id = anonymous ? "" : statements[0].strip().split("[\\s/]", 2)[0];
    if (!trusted.contains(id.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    List<Check> checks = new ArrayList<>();
    for (int i = anonymous ? 0 : 1; i < statements.length; i++) {
      check(statements[i]).ifPresent(checks::add);
    }
    return Optional.of(checks);
  }

  private static Optional<Check> check(String statement) {
    Matcher result = RESULT.matcher(statement.strip());
    if (!result.lookingAt()) {
      return Optional.empty();
    }
    String method = result.group(1).toLowerCase(Locale.ROOT);
    return Optional.of(new Check(method, Verdict.of(result.group(2)), domain(method, statement)));
  }

  private static String domain(String method, String statement) {
    String wanted =
        switch (method) {
          case "dmarc" -> "header.from";
          case "spf" -> "smtp.mailfrom";
          case "dkim" -> "header.d";
          default -> "";
        };
    String agent = "";
    Matcher property = PROPERTY.matcher(statement);
    while (property.find()) {
      String name = property.group(1).toLowerCase(Locale.ROOT);
      if (name.equals(wanted)) {
        return domainOf(property.group(2));
      }
      agent = method.equals("dkim") && name.equals("header.i") ? property.group(2) : agent;
    }
    return domainOf(agent);
  }

  private static String domainOf(String value) {
    return value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Quoting counts inside comments too, and what is quoted loses its separators: both may carry a
   * local part the sender chose, such as {@code "a) ; dkim=pass ("@example.com}.
   */
  private static String withoutComments(String text) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')') {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0 && (!quoted || ";=, ".indexOf(c) < 0)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
