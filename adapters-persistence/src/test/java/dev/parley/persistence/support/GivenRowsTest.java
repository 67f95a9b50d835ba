package dev.parley.persistence.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenRowsTest {
  @Test
  void fewRowsAreWrittenOutAfterWhatTheStatementHasAlready() {
    Sql sql = Sql.of("select ?::text, r.id from ", "first");

    rows(List.of("a", "b")).addTo(sql, "r");

    assertThat(sql.text())
        .isEqualTo(
            "select $2::text, r.id from"
                + " (values ($3::text, $4::bigint), ($5::text, $6::bigint)) r(name, size)");
    assertThat(sql.tuple(1).size()).isEqualTo(6);
    assertThat(sql.tuple(1).getString(4)).isEqualTo("b");
  }

  @Test
  void theTextOfManyRowsDoesNotTellHowMany() {
    Sql five = rows(Collections.nCopies(5, "a")).addTo(new Sql(), "r");
    Sql six = rows(Collections.nCopies(6, "a")).addTo(new Sql(), "r");

    assertThat(five.text())
        .isEqualTo("unnest($2::text[], $3::bigint[]) r(name, size)")
        .isEqualTo(six.text());
    assertThat(six.tuple(1).getArrayOfStrings(1)).hasSize(6);
  }

  private static GivenRows<String> rows(List<String> names) {
    return GivenRows.of(names)
        .text("name", name -> name)
        .number("size", name -> (long) name.length());
  }
}
