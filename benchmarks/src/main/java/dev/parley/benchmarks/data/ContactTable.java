package dev.parley.benchmarks.data;

import java.sql.SQLException;

final class ContactTable implements Table {
  @Override
  public String name() {
    return "contact";
  }

  @Override
  public String columns() {
    return "org_id, id, number, display_name, created_at";
  }

  @Override
  public void write(Batch batch, Copy rows) throws SQLException {
    batch.people(person -> write(person, rows));
  }

  private static void write(Person person, Copy rows) throws SQLException {
    rows.number(person.organization())
        .id(person.id())
        .number(person.number())
        .text(person.name())
        .time(person.createdAt())
        .end();
  }
}
