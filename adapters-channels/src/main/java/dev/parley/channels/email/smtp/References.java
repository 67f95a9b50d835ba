package dev.parley.channels.email.smtp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ids by which mail programs find the thread (RFC 5322 §3.6.4). */
final class References {
  /** With the first, which names the thread, and the latest few every program finds its place. */
  private static final int LATEST = 20;

  /** Ids of strangers come through here: whatever could leave the header is not an id. */
  private static final Pattern ID = Pattern.compile("[!-;=?-~]{1,900}");

  private References() {}

  /**
   * @param references oldest first, with or without angle brackets
   * @param parent the message that is answered
   * @return in angle brackets, the parent last
   */
  static List<String> trimmed(List<String> references, @Nullable String parent) {
    SequencedSet<String> ids = new LinkedHashSet<>();
    references.forEach(id -> add(ids, id));
    if (parent != null) {
      add(ids, parent);
    }
    List<String> all = new ArrayList<>(ids);
    if (all.size() > LATEST + 1) {
      all.subList(1, all.size() - LATEST).clear();
    }
    return all.stream().map(id -> "<" + id + ">").toList();
  }

  private static void add(SequencedSet<String> ids, String written) {
    String id = written.strip();
    if (id.startsWith("<") && id.endsWith(">")) {
      id = id.substring(1, id.length() - 1);
    }
    if (ID.matcher(id).matches()) {
      ids.addLast(id);
    }
  }
}
