package dev.parley.benchmarks.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes batches, with everything the service would have written along with them. */
final class Filler {
  private final Database database;
  private final Texts texts;
  private final SearchVectors vectors;
  private final Work work = new Work();

  Filler(Database database, Texts texts) throws SQLException {
    this.database = database;
    this.texts = texts;
    try (Connection connection = database.open()) {
      this.vectors = new SearchVectors(texts.vocabulary(), connection);
    }
  }

  /** How many messages there are, whoever wrote them. */
  long messages() throws SQLException {
    return database.row("select count(*) from message")[0];
  }

  /** The first of so many next numbers of conversations, and of people. */
  long[] reserve(long organization, int conversations, int people) throws SQLException {
    return database.row(
        """
        update org_counter set conversations = conversations + ?, people = people + ?
         where org_id = ?
        returning conversations - ? + 1, people - ? + 1
        """,
        conversations,
        people,
        organization,
        conversations,
        people);
  }

  /** Fast for large ones: while it writes, the tables have no indexes but their keys. */
  void writeMany(Batch batch) throws SQLException {
    List<Table> tables = tables(batch);
    Indexes indexes = Indexes.drop(database, work, names(tables));
    try {
      write(batch, tables);
    } finally {
      indexes.restore();
    }
  }

  void write(Batch batch) throws SQLException {
    write(batch, tables(batch));
  }

  /** As after a long time: visible to all, counted, and on disk. */
  void settle() throws SQLException {
    List<Work.Piece> pieces =
        names(tables(Batch.of(List.of(), List.of()))).stream()
            .<Work.Piece>map(table -> () -> database.run("vacuum analyze " + table))
            .toList();
    work.run(pieces);
    database.run("vacuum analyze org_counter", "vacuum analyze event_counter", "checkpoint");
  }

  private void write(Batch batch, List<Table> tables) throws SQLException {
    work.run(tables.stream().<Work.Piece>map(table -> () -> copy(batch, table)).toList());
  }

  private void copy(Batch batch, Table table) throws SQLException {
    try (Copy rows = new Copy(database, table.name(), table.columns())) {
      table.write(batch, rows);
      rows.finish();
    }
  }

  /** Those with most work first. */
  private List<Table> tables(Batch batch) throws SQLException {
    return List.of(
        new SearchTable(texts, vectors),
        new MessageTable(texts),
        new ActivityTable(),
        new ConversationTable(texts),
        new ContactTable(),
        new ContactEmailTable(),
        new EventTable(positions(batch)));
  }

  private static List<String> names(List<Table> tables) {
    return tables.stream().map(Table::name).toList();
  }

  /** Where the events of a batch begin in each feed; the feeds go on behind them at once. */
  private Map<Long, Long> positions(Batch batch) throws SQLException {
    Map<Long, Long> counts = new HashMap<>();
    batch.stories(
        story -> {
          if (story.told()) {
            counts.merge(story.tenant().number(), events(story), Long::sum);
          }
        });
    Map<Long, Long> positions = new HashMap<>();
    for (Map.Entry<Long, Long> count : counts.entrySet()) {
      positions.put(count.getKey(), advance(count.getKey(), count.getValue()));
    }
    return positions;
  }

  private static long events(Story story) {
    return story.entries().stream().filter(entry -> entry.event() != null).count();
  }

  private long advance(long organization, long events) throws SQLException {
    return database
        .row(
            """
        insert into event_counter as c (org_id, last) values (?, ?)
            on conflict (org_id) do update set last = c.last + excluded.last
        returning last - ?
        """,
            organization,
            events,
            events)[0];
  }
}
