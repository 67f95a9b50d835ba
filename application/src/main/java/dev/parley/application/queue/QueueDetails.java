package dev.parley.application.queue;

import dev.parley.domain.queue.Queue;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.shared.Text;
import java.util.Map;

/**
 * A queue with what its creator said that has no meaning here.
 *
 * @param presentation by dialect, in that dialect's own text form
 */
public record QueueDetails(Queue queue, Map<String, String> presentation) {
  /** UTF-16 units of one dialect's text. */
  public static final int PRESENTATION_MAX = 10_000;

  private static final int DIALECTS_MAX = 5;

  public QueueDetails {
    presentation = Map.copyOf(presentation);
    if (presentation.size() > DIALECTS_MAX) {
      throw SharedError.invalid("presentation", "has too many parts");
    }
    presentation.values().forEach(text -> Text.optional("presentation", text, PRESENTATION_MAX));
  }
}
