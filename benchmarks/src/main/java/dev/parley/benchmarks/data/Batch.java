package dev.parley.benchmarks.data;

import java.sql.SQLException;
import java.util.List;

/** What is written at once, gone through anew for each table. */
interface Batch {
  void people(Each<Person> each) throws SQLException;

  /** By organization. */
  void stories(Each<Story> each) throws SQLException;

  /** What is done with one of them. */
  @FunctionalInterface
  interface Each<T> {
    void take(T one) throws SQLException;
  }

  static Batch of(List<Person> people, List<Story> stories) {
    return new Batch() {
      @Override
      public void people(Each<Person> each) throws SQLException {
        for (Person person : people) {
          each.take(person);
        }
      }

      @Override
      public void stories(Each<Story> each) throws SQLException {
        for (Story story : stories) {
          each.take(story);
        }
      }
    };
  }
}
