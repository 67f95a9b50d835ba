package dev.parley.benchmarks.ceiling;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads statements out of PostgreSQL's log, as {@code log_statement = all} and the prefix {@code %m
 * [%p]} write them: a line each, further lines of a statement begin with a tab.
 */
final class StatementLog {
  private static final Pattern ENTRY =
      Pattern.compile("\\S+ \\S+ \\S+ \\[(\\d+)\\] (LOG|DETAIL):  (.*)", Pattern.DOTALL);

  private static final Pattern SIMPLE = Pattern.compile("statement: (.*)", Pattern.DOTALL);
  private static final Pattern EXTENDED = Pattern.compile("execute [^:]*: (.*)", Pattern.DOTALL);
  private static final Pattern PARAMETER =
      Pattern.compile("\\$\\d+ = (?:NULL|'([^']*+(?:''[^']*+)*+)')", Pattern.DOTALL);

  private StatementLog() {}

  static List<Statement> read(String log) {
    List<Statement> statements = new ArrayList<>();
    for (String entry : log.replace("\n\t", "\n").split("\n(?=\\d{4}-\\d\\d-\\d\\d )", -1)) {
      Matcher matcher = ENTRY.matcher(entry.strip());
      if (matcher.matches()) {
        add(statements, Long.parseLong(matcher.group(1)), matcher.group(3));
      }
    }
    return statements;
  }

  private static void add(List<Statement> statements, long backend, String words) {
    Matcher simple = SIMPLE.matcher(words);
    Matcher extended = EXTENDED.matcher(words);
    if (simple.matches()) {
      statements.add(new Statement(backend, simple.group(1).strip(), List.of()));
    } else if (extended.matches()) {
      statements.add(new Statement(backend, extended.group(1).strip(), List.of()));
    } else if (words.regionMatches(true, 0, "parameters: ", 0, "parameters: ".length())) {
      complete(statements, backend, parameters(words));
    }
  }

  /** Parameters come in an entry of their own behind the statement's. */
  private static void complete(
      List<Statement> statements, long backend, List<@Nullable String> parameters) {
    for (int i = statements.size() - 1; i >= 0; i--) {
      if (statements.get(i).backend() == backend) {
        statements.set(i, new Statement(backend, statements.get(i).text(), parameters));
        return;
      }
    }
  }

  private static List<@Nullable String> parameters(String words) {
    List<@Nullable String> values = new ArrayList<>();
    Matcher matcher = PARAMETER.matcher(words);
    while (matcher.find()) {
      String value = matcher.group(1);
      values.add(value == null ? null : value.replace("''", "'"));
    }
    return values;
  }
}
