package dev.parley.persistence.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @Test
  void reads_every_part() {
    assertThat(DatabaseUrl.parse("postgresql://ann:s3cret@db.example:6432/parley?sslmode=require"))
        .isEqualTo(
            new DatabaseUrl(
                "db.example", 6432, "parley", "ann", "s3cret", Map.of("sslmode", "require")));
  }

  @Test
  void takes_the_usual_port_and_the_short_scheme() {
    assertThat(DatabaseUrl.parse("postgres://ann:s3cret@my_db/parley").port()).isEqualTo(5432);
  }

  @Test
  void decodes_special_characters_and_writes_them_encoded_again() {
    String text = "postgresql://a%40b:p%2F%3A%25%20w+d@127.0.0.1:5432/d%C3%A9j%C3%A0";
    DatabaseUrl url = DatabaseUrl.parse(text);
    assertThat(url.user()).isEqualTo("a@b");
    assertThat(url.password()).isEqualTo("p/:% w+d");
    assertThat(url.database()).isEqualTo("déjà");
    assertThat(DatabaseUrl.parse(url.text())).isEqualTo(url);
  }

  @Test
  void names_the_schema_for_the_reactive_client_and_keeps_the_ssl_mode() {
    DatabaseUrl url = DatabaseUrl.parse("postgresql://a:b@[::1]:5432/parley?sslmode=require");
    assertThat(url.reactiveUrl())
        .isEqualTo("postgresql://[::1]:5432/parley?sslmode=require&search_path=parley");
    assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://[::1]:5432/parley?sslmode=require");
  }

  @Test
  void shows_no_login_when_printed() {
    assertThat(DatabaseUrl.parse("postgresql://ann:s3cret@db/parley"))
        .hasToString("db:5432/parley");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "parley",
        "mysql://a:b@h/d",
        "postgresql://h/d",
        "postgresql://a@h/d",
        "postgresql://a:s3cret@h",
        "postgresql://a:s3cret@h:99999/d",
        "postgresql://a:s3cret@h:0/d",
        "postgresql://a:s3cret@h1,h2/d",
        "postgresql://a:s3cret@h/d?sslmode=perhaps",
        "postgresql://a:s3cret@h/d?sslmode=verify-full",
        "postgresql://a:s3cret@h/d?options=x",
        "postgresql://a:s3cret%ZZ@h/d"
      })
  void refuses_what_is_no_database_url_without_repeating_the_password(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatabaseUrl.parse(text))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
  }
}
