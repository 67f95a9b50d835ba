package dev.parley.benchmarks.data;

import java.sql.SQLException;
import java.util.List;

/**
 * What organizations were filled with at one time. None of it is in memory.
 *
 * @param growths one for each history
 */
record Grown(List<History> histories, List<Growth> growths) implements Batch {
  @Override
  public void people(Each<Person> each) throws SQLException {
    for (int i = 0; i < growths.size(); i++) {
      Growth growth = growths.get(i);
      for (int j = Growth.people(growth.first()); j < Growth.people(growth.end()); j++) {
        each.take(histories.get(i).person(j));
      }
    }
  }

  @Override
  public void stories(Each<Story> each) throws SQLException {
    for (int i = 0; i < growths.size(); i++) {
      Growth growth = growths.get(i);
      for (int j = growth.first(); j < growth.end(); j++) {
        each.take(histories.get(i).story(j));
      }
    }
  }
}
