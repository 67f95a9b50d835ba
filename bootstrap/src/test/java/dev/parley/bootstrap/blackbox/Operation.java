package dev.parley.bootstrap.blackbox;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call of the dialect with places for ids, written as {@code PUT /v1/tags/{tag:404 404 400}}:
 * the kind of the id, and what is answered to one that does not exist or is another organization's,
 * to the id of something else, and to what is no id. Absent, these are 404 404 400; of a
 * conversation, which has a number, 404 400 400.
 */
record Operation(String method, String path, String body) {
  private static final Pattern PLACE =
      Pattern.compile(
          "\\{(?<kind>[a-zA-Z]+)(:(?<unknown>\\d+) (?<other>\\d+) (?<malformed>\\d+))?}");

  /** Reads {@code METHOD path body}; the body may be absent. */
  static Operation parse(String line) {
    Matcher parts =
        Pattern.compile("(?<method>[A-Z]+) (?<path>/(?:\\{[^}]*}|\\S)*)( (?<body>[{\\[].*))?")
            .matcher(line.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(line);
    }
    return new Operation(
        parts.group("method"),
        parts.group("path"),
        parts.group("body") == null ? "{}" : parts.group("body"));
  }

  /** A place for an id. */
  record Place(int index, String kind, int unknown, int other, int malformed) {}

  /** Places in the order of their appearance. */
  List<Place> places() {
    List<MatchResult> found = PLACE.matcher(path + " " + body).results().toList();
    return java.util.stream.IntStream.range(0, found.size())
        .mapToObj(i -> place(i, found.get(i)))
        .toList();
  }

  /** The places before the body. */
  List<Place> placesInUrl() {
    return places().subList(0, (int) PLACE.matcher(path).results().count());
  }

  /** The call with an id in each place. */
  Operation with(Function<Place, String> ids) {
    List<String> values = places().stream().map(ids).toList();
    int inPath = (int) PLACE.matcher(path).results().count();
    return new Operation(
        method,
        filled(path, values.subList(0, inPath)),
        filled(body, values.subList(inPath, values.size())));
  }

  /** Method and path, with nothing but {@code {}} for ids and without the query. */
  String route() {
    return method + " " + route(path);
  }

  static String route(String path) {
    return path.replaceAll("\\?.*", "").replaceAll("\\{[^}]*}", "{}");
  }

  private static Place place(int index, MatchResult found) {
    String kind = found.group("kind");
    return found.group("unknown") == null
        ? new Place(index, kind, 404, kind.equals("conversation") ? 400 : 404, 400)
        : new Place(
            index,
            kind,
            Integer.parseInt(found.group("unknown")),
            Integer.parseInt(found.group("other")),
            Integer.parseInt(found.group("malformed")));
  }

  private static String filled(String template, List<String> values) {
    Matcher places = PLACE.matcher(template);
    StringBuilder text = new StringBuilder();
    for (String value : values) {
      if (places.find()) {
        places.appendReplacement(text, Matcher.quoteReplacement(value));
      }
    }
    return places.appendTail(text).toString();
  }
}
