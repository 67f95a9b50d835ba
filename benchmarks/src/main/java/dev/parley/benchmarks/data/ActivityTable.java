package dev.parley.benchmarks.data;

import java.sql.SQLException;

final class ActivityTable extends Table.OfStories {
  @Override
  public String name() {
    return "activity";
  }

  @Override
  public String columns() {
    return "org_id, conversation_id, sequence, id, at, kind, author_kind, author_id, about_id,"
        + " details";
  }

  @Override
  void write(Story story, Copy rows) throws SQLException {
    int sequence = 0;
    for (Entry entry : story.entries()) {
      sequence++;
      rows.number(story.tenant().number())
          .id(story.id())
          .number(sequence)
          .id(entry.id())
          .time(entry.at())
          .plain(entry.kind())
          .plain(entry.authorKind())
          .id(entry.author())
          .id(entry.about())
          .plain(entry.details())
          .end();
    }
  }
}
