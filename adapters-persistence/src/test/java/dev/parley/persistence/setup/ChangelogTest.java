package dev.parley.persistence.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangelogTest {
  @Test
  void includes_every_migration_there_is() throws Exception {
    Path directory = Path.of("src/main/resources/db/changes");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.filter(file -> file.toString().endsWith(".sql")))
          .isNotEmpty()
          .extracting(file -> "db/changes/" + file.getFileName())
          .containsExactlyInAnyOrderElementsOf(Changelog.included());
    }
  }
}
