package dev.parley.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.setup.DatabaseUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLoopsTest {
  @ParameterizedTest
  @CsvSource({"localhost, 2, 1", "127.0.0.1, 8, 4", "[::1], 3, 1", "localhost, 1, 1"})
  void a_database_on_this_machine_leaves_half_of_the_cores(String host, int cores, int loops) {
    assertThat(EventLoops.beside(database(host), cores)).hasValue(loops);
  }

  @Test
  void a_database_elsewhere_leaves_it_to_the_framework() {
    assertThat(EventLoops.beside(database("db.example.org"), 2)).isEmpty();
  }

  private static DatabaseUrl database(String host) {
    return DatabaseUrl.parse("postgresql://parley:secret@" + host + "/parley");
  }
}
