package dev.parley.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingTest {
  private static final Path DOCUMENT = Path.of("../docs/configuration.md");

  static List<Setting> settings() {
    return Setting.all();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void is_documented_with_its_default_and_its_range(Setting setting) throws Exception {
    String start = "| `" + setting.variable() + "` | ";
    Optional<String> row =
        Files.readAllLines(DOCUMENT).stream().filter(line -> line.startsWith(start)).findFirst();
    assertThat(row).as("row of %s in %s", setting.variable(), DOCUMENT).isPresent();
    setting
        .defaultValue()
        .filter(value -> !value.contains("${"))
        .ifPresent(value -> assertThat(row).get().asString().contains("| `" + value + "` |"));
    setting
        .range()
        .ifPresent(
            range ->
                assertThat(row)
                    .get()
                    .asString()
                    .contains(shortly(range.min()) + " to " + shortly(range.max())));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void has_a_default_that_keeps_its_own_rule(Setting setting) {
    assertThat(
            setting.defaultValue().filter(value -> !value.contains("${")).flatMap(setting::problem))
        .isEmpty();
  }

  @Test
  void has_one_default_even_where_the_framework_repeats_it() throws Exception {
    Properties properties = new Properties();
    try (var file =
        Objects.requireNonNull(SettingTest.class.getResourceAsStream("/application.properties"))) {
      properties.load(file);
    }
    List<String> repeated =
        properties.values().stream()
            .map(String::valueOf)
            .filter(value -> value.startsWith("${parley."))
            .toList();
    assertThat(repeated).isNotEmpty();
    for (String expression : repeated) {
      String[] parts = expression.substring(2, expression.length() - 1).split(":", 2);
      assertThat(Setting.named(parts[0]).defaultValue()).contains(parts[1]);
    }
  }

  private static String shortly(long value) {
    long unit = 1L << 30;
    for (String letter : List.of("G", "M", "K")) {
      if (value >= unit && value % unit == 0) {
        return value / unit + letter;
      }
      unit >>= 10;
    }
    return Long.toString(value);
  }
}
