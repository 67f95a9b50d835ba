package dev.parley.benchmarks.data;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Only what is told of conversations that are recent enough. It counts as written now, so that none
 * of it is forgotten while something is measured.
 */
final class EventTable extends Table.OfStories {
  private final Map<Long, Long> positions;

  /**
   * @param positions how far the feed of each organization goes
   */
  EventTable(Map<Long, Long> positions) {
    this.positions = new HashMap<>(positions);
  }

  @Override
  public String name() {
    return "event";
  }

  @Override
  public String columns() {
    return "org_id, id, position, type, conversation_id, sequence, about_id, at";
  }

  @Override
  void write(Story story, Copy rows) throws SQLException {
    if (!story.told()) {
      return;
    }
    int sequence = 0;
    for (Entry entry : story.entries()) {
      sequence++;
      if (entry.event() != null) {
        rows.number(story.tenant().number())
            .id(entry.id())
            .number(positions.merge(story.tenant().number(), 1L, Long::sum))
            .plain(entry.event())
            .id(story.id())
            .number(sequence)
            .id(entry.about())
            .time(entry.at())
            .end();
      }
    }
  }
}
