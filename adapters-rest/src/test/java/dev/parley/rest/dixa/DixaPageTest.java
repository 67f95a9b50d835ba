package dev.parley.rest.dixa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.rest.support.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DixaPageTest {
  private static final Cursor CURSOR =
      new Cursor(
          Instant.parse("2021-12-01T12:46:36.581123Z"),
          UUID.fromString("019a0000-0000-7000-8000-000000000001"));

  @Test
  void theFirstPageHasTheDefaultLimitAndNoCursor() {
    assertThat(page(null, null, Map.of())).isEqualTo(new DixaPage(50, Map.of(), Optional.empty()));
  }

  @Test
  void theKeyCarriesTheWholeQuery() {
    DixaPage first = page(null, "7", Map.of("email", "a&b=c+d@example.org é"));
    DixaPage second = page(keyOf(first), null, Map.of());
    assertThat(second)
        .isEqualTo(new DixaPage(7, Map.of("email", "a&b=c+d@example.org é"), Optional.of(CURSOR)));
  }

  @Test
  void onlyTheLimitOverridesTheKey() {
    DixaPage first = page(null, "7", Map.of("email", "a"));
    assertThat(page(keyOf(first), "9", Map.of("email", "b")))
        .isEqualTo(new DixaPage(9, Map.of("email", "a"), Optional.of(CURSOR)));
  }

  @Test
  void theLimitIsCutToTheMost() {
    assertThat(page(null, "2147483647", Map.of()).limit()).isEqualTo(100);
  }

  @Test
  void theLastPageHasNoMeta() {
    Data<List<String>> answer =
        page(null, null, Map.of())
            .answer("/v1/x", new Page<>(List.of("a"), Optional.empty()), Function.identity());
    assertThat(answer.meta()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", "after", "after=", "after=x_y", "after=2021-12-01T12:46:36Z_1", "a=%zz"})
  void aKeyOfAnotherMakeIsRefused(String plain) {
    String key =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> page(key, null, Map.of())).isInstanceOf(RequestRefused.class);
  }

  @Test
  void noKeyEverBreaksTheService() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      byte[] noise = new byte[random.nextInt(80)];
      random.nextBytes(noise);
      String key =
          random.nextBoolean()
              ? Base64.getUrlEncoder().withoutPadding().encodeToString(noise)
              : new String(noise, StandardCharsets.ISO_8859_1);
      try {
        assertThat(page(key, null, Map.of()).limit()).as("seed %d", seed).isPositive();
      } catch (RequestRefused refused) {
        assertThat(refused.failure()).as("seed %d", seed).isNotNull();
      }
    }
  }

  private static DixaPage page(
      @Nullable String key, @Nullable String limit, Map<String, String> filters) {
    Map<String, @Nullable String> given = new HashMap<>(filters);
    given.put("absent", null);
    return DixaPage.of(key, limit, given, 50, 100);
  }

  private static String keyOf(DixaPage page) {
    Data.Meta meta =
        page.answer("/v1/x", new Page<>(List.of("a"), Optional.of(CURSOR)), Function.identity())
            .meta();
    assertThat(meta).isNotNull();
    assertThat(meta.next()).startsWith("/v1/x?pageKey=");
    return meta.next().substring("/v1/x?pageKey=".length());
  }
}
