package dev.parley.benchmarks.data;

import java.sql.SQLException;
import java.util.UUID;

final class SearchTable extends Table.OfStories {
  private final Texts texts;
  private final SearchVectors vectors;

  SearchTable(Texts texts, SearchVectors vectors) {
    this.texts = texts;
    this.vectors = vectors;
  }

  @Override
  public String name() {
    return "search_document";
  }

  @Override
  public String columns() {
    return "org_id, id, conversation_id, words";
  }

  @Override
  void write(Story story, Copy rows) throws SQLException {
    write(story, story.id(), texts.subject(story.subjectSeed()), rows);
    for (int i = 0; i < story.messages(); i++) {
      write(story, story.messageId(i), texts.message(story.textSeed(i)), rows);
    }
  }

  private void write(Story story, UUID id, int[] words, Copy rows) throws SQLException {
    rows.number(story.tenant().number()).id(id).id(story.id()).plain(vectors.of(words)).end();
  }
}
