package dev.parley.rest.dixa;

import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.rest.support.RequestRefused;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * <p>A {@code pageKey} carries the whole query, so a client may follow {@code meta.next} as it is,
 * send its first query along, or send the key alone; only {@code pageLimit} overrides what the key
 * says.
 *
 * @param filters the list's own query parameters, as the first page had them
 * @param after where the page begins; empty for the first
 */
public record DixaPage(int limit, Map<String, String> filters, Optional<Cursor> after) {
  private static final String LIMIT = "pageLimit";
  private static final String AFTER = "after";
  private static final int KEY_MAX = 4096;
  private static final Pattern INT_FORM = Pattern.compile("[0-9]{1,10}");

  public DixaPage {
    filters = Map.copyOf(filters);
  }

  /**
   * @param filters the query's own parameters; those that are absent are null
   * @param whenAbsent the limit when none is given
   * @param max larger limits are cut to this
   * @throws RequestRefused when {@code pageKey} is none of ours or {@code pageLimit} is no positive
   *     32-bit integer
   */
  public static DixaPage of(
      @Nullable String pageKey,
      @Nullable String pageLimit,
      Map<String, @Nullable String> filters,
      int whenAbsent,
      int max) {
    Map<String, String> query = pageKey == null ? present(filters) : decode(pageKey);
    Optional<Cursor> after = Optional.ofNullable(query.remove(AFTER)).map(DixaPage::cursor);
    String kept = query.remove(LIMIT);
    int limit = limit(pageLimit != null ? pageLimit : kept, whenAbsent);
    return new DixaPage(Math.min(limit, max), query, after);
  }

  public @Nullable String filter(String name) {
    return filters.get(name);
  }

  /**
   * The answer for a page.
   *
   * @param path of the list, beginning with the version
   */
  public <T, P> Data<List<P>> answer(String path, Page<T> page, Function<T, P> payload) {
    return new Data<>(
        page.items().stream().map(payload).toList(),
        page.next().map(next -> new Data.Meta(path + "?pageKey=" + key(next))).orElse(null));
  }

  private String key(Cursor next) {
    Map<String, String> query = new TreeMap<>(filters);
    query.put(LIMIT, Integer.toString(limit));
    query.put(AFTER, next.at() + "_" + next.id());
    StringBuilder text = new StringBuilder();
    query.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> decode(String pageKey) {
    if (pageKey.length() > KEY_MAX) {
      throw RequestRefused.badQuery("pageKey");
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(pageKey), StandardCharsets.UTF_8);
      Map<String, String> query = new HashMap<>();
      for (String pair : text.split("&", -1)) {
        int equals = pair.indexOf('=');
        query.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
      return query;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw RequestRefused.badQuery("pageKey");
    }
  }

  private static Cursor cursor(String text) {
    int separator = text.indexOf('_');
    try {
      return new Cursor(
          Instant.parse(text.substring(0, separator)),
          DixaIds.uuid(text.substring(separator + 1)).orElseThrow());
    } catch (DateTimeException | IndexOutOfBoundsException | NoSuchElementException e) {
      throw RequestRefused.badQuery("pageKey");
    }
  }

  private static int limit(@Nullable String text, int whenAbsent) {
    if (text == null) {
      return whenAbsent;
    }
    long value = INT_FORM.matcher(text).matches() ? Long.parseLong(text) : 0;
    if (value < 1 || value > Integer.MAX_VALUE) {
      throw RequestRefused.badQuery(LIMIT);
    }
    return (int) value;
  }

  private static Map<String, String> present(Map<String, @Nullable String> filters) {
    Map<String, String> present = new HashMap<>();
    filters.forEach(
        (name, value) -> {
          if (value != null) {
            present.put(name, value);
          }
        });
    return present;
  }
}
