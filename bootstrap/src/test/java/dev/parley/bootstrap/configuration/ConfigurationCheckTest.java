package dev.parley.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationCheckTest {
  private static final String SECRET = "C".repeat(43);

  @Test
  void passes_when_nothing_is_set() {
    assertThat(ConfigurationCheck.problems(environment(Map.of()))).isEmpty();
  }

  @Test
  void passes_every_kind_of_value() {
    assertThat(
            ConfigurationCheck.problems(
                environment(
                    Map.ofEntries(
                        Map.entry("PARLEY_HTTP_PORT", "18080"),
                        Map.entry("PARLEY_DATA_DIR", "/var/lib/parley data"),
                        Map.entry("PARLEY_DATABASE_URL", "postgresql://a:b@h/d?sslmode=require"),
                        Map.entry("PARLEY_DATABASE_SERVICE_URL", "postgresql://c:d@h/d"),
                        Map.entry("PARLEY_PUBLIC_URL", "https://support.example.org/desk/"),
                        Map.entry("PARLEY_ADMIN_TOKEN", "prl_" + "k".repeat(16) + "_" + SECRET),
                        Map.entry("PARLEY_OPERATOR_TOKEN", "sixteen-visible!"),
                        Map.entry("PARLEY_OUTBOUND_ALLOW_PRIVATE", "true"),
                        Map.entry("PARLEY_AI_BASE_URL", "http://127.0.0.1:9000/v1"),
                        Map.entry("PARLEY_SECRET_KEY", "A".repeat(43) + "="),
                        Map.entry("PARLEY_LIMITS_BODY_BYTES", "512k")))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          PARLEY_HTTP_PORT | abc | 'abc' is not a port (1 to 65535)
          PARLEY_HTTP_PORT | 0 | '0' is not a port (1 to 65535)
          PARLEY_HTTP_PORT | 65536 | '65536' is not a port (1 to 65535)
          PARLEY_HTTP_PORT | "" | is empty
          PARLEY_HTTP_HOST | a b | 'a b' is empty or has blanks in it
          PARLEY_DATABASE_CONNECTIONS | 1 | '1' is not from 2 to 500
          PARLEY_DATABASE_CONNECTIONS | many | 'many' is not a whole number
          PARLEY_OUTBOUND_ALLOW_PRIVATE | yes | 'yes' is neither true nor false
          PARLEY_PUBLIC_URL | parley | 'parley' is not an address such as https://support.example.org
          PARLEY_PUBLIC_URL | ftp://h | 'ftp://h' is not an address such as https://support.example.org
          PARLEY_PUBLIC_URL | http://h?x=1 | 'http://h?x=1' is not an address such as https://support.example.org
          PARLEY_LIMITS_BODY_BYTES | 4MB | '4MB' is not a size such as 65536, 512K or 4M
          PARLEY_LIMITS_BODY_BYTES | 4 | '4' is not from 1024 to 1073741824
          PARLEY_LIMITS_ATTACHMENTS | 101 | '101' is not from 1 to 100
          PARLEY_SECRET_KEY | AAAA | is 3 bytes in base64; 32 are needed (openssl rand -base64 32)
          PARLEY_SECRET_KEY | ***  | is not base64
          """)
  void names_the_variable_the_value_and_the_rule(String variable, String value, String problem) {
    assertThat(ConfigurationCheck.problems(environment(Map.of(variable, value))))
        .containsExactly(variable + ": " + problem);
  }

  @ParameterizedTest
  @CsvSource({
    "PARLEY_ADMIN_TOKEN,prl_short_s3cret",
    "PARLEY_OPERATOR_TOKEN,s3cret",
    "PARLEY_DATABASE_URL,postgresql://a:s3cret@h",
    "PARLEY_SECRET_KEY,s3cret"
  })
  void never_repeats_a_secret(String variable, String value) {
    assertThat(ConfigurationCheck.problems(environment(Map.of(variable, value))))
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith(variable + ": ").doesNotContain("s3cret"));
  }

  @Test
  void reports_every_wrong_value_at_once() {
    assertThat(
            ConfigurationCheck.problems(
                environment(Map.of("PARLEY_HTTP_PORT", "x", "PARLEY_LIMITS_JSON_DEPTH", "1"))))
        .hasSize(2);
  }

  @Test
  void refuses_a_service_login_without_its_database() {
    assertThat(
            ConfigurationCheck.problems(
                environment(Map.of("PARLEY_DATABASE_SERVICE_URL", "postgresql://a:b@h/d"))))
        .containsExactly("PARLEY_DATABASE_SERVICE_URL: needs PARLEY_DATABASE_URL too");
  }

  @Test
  void notices_misspelt_names() {
    SmallRyeConfig config =
        environment(
            Map.of(
                "PARLEY_HTPP_PORT", "1", "PARLEY_HTTP_PORT", "1", "PARLEY_LIMITS_PAGE_SIZE", "1"));
    assertThat(ConfigurationCheck.unknown(config)).containsExactly("PARLEY_HTPP_PORT");
  }

  private static SmallRyeConfig environment(Map<String, String> variables) {
    return new SmallRyeConfigBuilder()
        .withSources(new EnvConfigSource(variables, 300))
        .addDefaultInterceptors()
        .build();
  }
}
