package dev.parley.benchmarks.data;

import java.sql.SQLException;

/** How rows of one table are made of a batch. */
interface Table {
  String name();

  /** Separated by commas. */
  String columns();

  void write(Batch batch, Copy rows) throws SQLException;

  /** Rows that are made of conversations. */
  abstract class OfStories implements Table {
    @Override
    public final void write(Batch batch, Copy rows) throws SQLException {
      batch.stories(story -> write(story, rows));
    }

    abstract void write(Story story, Copy rows) throws SQLException;
  }
}
