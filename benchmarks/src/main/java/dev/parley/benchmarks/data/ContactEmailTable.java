package dev.parley.benchmarks.data;

import java.sql.SQLException;

final class ContactEmailTable implements Table {
  @Override
  public String name() {
    return "contact_email";
  }

  @Override
  public String columns() {
    return "org_id, email_key, contact_id, position, email";
  }

  @Override
  public void write(Batch batch, Copy rows) throws SQLException {
    batch.people(person -> write(person, rows));
  }

  private static void write(Person person, Copy rows) throws SQLException {
    rows.number(person.organization())
        .text(person.email())
        .id(person.id())
        .number(0)
        .text(person.email())
        .end();
  }
}
