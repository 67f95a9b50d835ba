package dev.parley.channels.email.mime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The header fields of a mail in their order. Names are compared without regard to case. */
public final class MailHeaders {
  private final List<HeaderField> fields;
  private final Map<String, List<String>> byName;

  MailHeaders(List<HeaderField> fields) {
    this.fields = List.copyOf(fields);
    this.byName = new LinkedHashMap<>();
    for (HeaderField field : fields) {
      byName.computeIfAbsent(field.key(), key -> new ArrayList<>()).add(field.body());
    }
  }

  /** The first such field, decoded, on one line and without control characters. */
  public Optional<String> first(String name) {
    return raw(name).stream().findFirst().map(HeaderText::decodeLine);
  }

  /** Every such field, decoded like {@link #first}, in order. */
  public List<String> all(String name) {
    return raw(name).stream().map(HeaderText::decodeLine).toList();
  }

  public boolean has(String name) {
    return byName.containsKey(name.toLowerCase(Locale.ROOT));
  }

  List<String> raw(String name) {
    return byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  String firstRaw(String name) {
    List<String> bodies = raw(name);
    return bodies.isEmpty() ? "" : bodies.getFirst();
  }

  List<HeaderField> fields() {
    return fields;
  }
}
