package dev.parley.benchmarks.ceiling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Statements of the service as a script for {@code pgbench}, in as few round trips as they can be
 * made: what depends on no result is pipelined. Values that were made for the request recorded are
 * made anew: ids ascend, times are now. Everything else stays as it was.
 */
public final class Script {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\d+)");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern DIGEST = Pattern.compile("\\\\x[0-9a-f]{64}");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d.*");
  private static final Pattern ELEMENT =
      Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|[^,{}]+");

  /** Ids made by a script begin with it, so that their rows can be found. */
  public static final String OWN_IDS = "01ff";

  /** Room for 256 ids in each of 2^37 transactions of 256 clients in 1,024 runs. */
  private static final String NEXT_IDS =
      "\\set n :n + 1\n\\set made (:run << 53) | (:client_id << 45) | (:n << 8)\n";

  private final String variables;
  private final Map<String, String> known;
  private final @Nullable Read read;
  private final Map<String, Integer> made = new HashMap<>();

  /**
   * @param variables pgbench's commands that choose what a transaction is about; {@code :org} among
   *     them
   * @param known expressions for values of the recorded request, such as its conversation's number
   * @param read null when no statement needs what another one has found
   */
  public Script(String variables, Map<String, String> known, @Nullable Read read) {
    this.variables = variables;
    this.known = known;
    this.read = read;
  }

  /**
   * A statement whose columns others need as {@code :name}.
   *
   * @param mark occurs in its text and in no other's
   */
  public record Read(String mark) {}

  /** The script for these transactions, one after the other. */
  public String of(List<List<Statement>> transactions) {
    made.clear();
    StringBuilder script = new StringBuilder(variables).append(NEXT_IDS);
    transactions.forEach(transaction -> script.append(transaction(transaction)));
    return script.toString();
  }

  private String transaction(List<Statement> statements) {
    List<String> first = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    String reading = "";
    for (Statement statement : statements) {
      if (statement.begins()) {
        first.add(statement.text().replaceFirst(";.*", ""));
        first.add("select set_config('app.org', :org::text, true)");
      } else if (read != null && statement.text().contains(read.mark())) {
        reading = filled(statement) + "\n\\gset\n";
      } else {
        (reading.isEmpty() ? first : rest).add(filled(statement));
      }
    }
    return pipeline(first) + reading + pipeline(rest);
  }

  private static String pipeline(List<String> statements) {
    return statements.isEmpty()
        ? ""
        : statements.stream()
            .collect(Collectors.joining(";\n", "\\startpipeline\n", ";\n\\endpipeline\n"));
  }

  private String filled(Statement statement) {
    List<@Nullable String> parameters = statement.parameters();
    Matcher matcher = PLACEHOLDER.matcher(statement.text());
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      int number = Integer.parseInt(matcher.group(1));
      boolean array = statement.text().substring(matcher.end()).matches("(?s)::\\w+\\[\\].*");
      String value = number == 1 ? ":org::bigint" : value(parameters.get(number - 1), array);
      matcher.appendReplacement(text, Matcher.quoteReplacement("(" + value + ")"));
    }
    return matcher.appendTail(text).toString().replace("\n", " ");
  }

  private String value(@Nullable String parameter, boolean array) {
    if (parameter == null) {
      return "null";
    }
    if (!array) {
      return scalar(parameter);
    }
    Matcher elements = ELEMENT.matcher(parameter);
    List<String> values = new ArrayList<>();
    while (elements.find()) {
      String quoted = elements.group(1);
      values.add(
          quoted == null && elements.group().equals("NULL")
              ? "null"
              : scalar(quoted == null ? elements.group() : quoted.replaceAll("\\\\(.)", "$1")));
    }
    return "array[" + String.join(", ", values) + "]";
  }

  private String scalar(String value) {
    String expression = known.get(value);
    if (expression != null) {
      return expression;
    }
    if (UUID.matcher(value).matches()) {
      return id(made.computeIfAbsent(value, _ -> made.size()));
    }
    if (DIGEST.matcher(value).matches()) {
      return "sha256(convert_to(:made::text, 'UTF8'))";
    }
    if (TIME.matcher(value).matches()) {
      return "now()";
    }
    return "'" + value.replace("'", "''").replace(":", "'||chr(58)||'") + "'";
  }

  /** One of the ids a transaction makes. */
  private static String id(int which) {
    return "('" + OWN_IDS + "' || lpad(to_hex(:made::bigint + " + which + "), 28, '0'))::uuid";
  }
}
