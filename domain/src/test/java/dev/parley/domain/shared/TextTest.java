package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void aRequiredTextIsNotBlank() {
    assertThat(refusal(() -> Text.required("name", " \t", 10)))
        .isEqualTo(new SharedError.InvalidField("name", "must not be blank"));
    assertThat(Text.required("name", " x ", 10)).isEqualTo(" x ");
  }

  @Test
  void anOptionalTextMayBeBlank() {
    assertThat(Text.optional("name", " ", 10)).isEqualTo(" ");
  }

  @Test
  void aTextIsNoLongerThanItsLimit() {
    assertThat(Text.optional("name", "1234567890", 10)).isEqualTo("1234567890");
    assertThat(refusal(() -> Text.optional("name", "12345678901", 10)))
        .isEqualTo(new SharedError.InvalidField("name", "must have at most 10 characters"));
  }

  @Test
  void aTextThatCannotBeStoredIsRefused() {
    assertThat(refusal(() -> Text.optional("name", "a\0", 10)))
        .isEqualTo(new SharedError.InvalidField("name", "must be valid Unicode without NUL"));
  }

  @Test
  void surrogatesComeInPairs() {
    assertThat(Text.isStorable("\uD83D\uDE00")).isTrue();
    assertThat(Text.isStorable("\uD83D")).isFalse();
    assertThat(Text.isStorable("\uDE00")).isFalse();
    assertThat(Text.isStorable("\uDE00\uD83D")).isFalse();
    assertThat(Text.isStorable("\uD83D\uD83D\uDE00")).isFalse();
  }

  @Test
  void whatIsStorableSurvivesUtf8() {
    for (long seed = 1; seed <= 20_000; seed++) {
      String text = anything(new Random(seed));
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      boolean survives =
          new String(utf8, StandardCharsets.UTF_8).equals(text) && text.indexOf('\0') < 0;
      assertThat(Text.isStorable(text)).as("seed %d", seed).isEqualTo(survives);
      assertThat(Text.isStorable(Text.storable(text))).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void whatCannotBeStoredIsReplacedAndTheRestKept() {
    assertThat(Text.storable("a\0b\uD83Dc\uDE00")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    assertThat(Text.storable("Grüße \uD83D\uDE00")).isEqualTo("Grüße \uD83D\uDE00");
  }

  private static String anything(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(6);
    for (int i = 0; i < length; i++) {
      text.append(
          (char)
              switch (random.nextInt(4)) {
                case 0 -> 0xD800 + random.nextInt(0x400);
                case 1 -> 0xDC00 + random.nextInt(0x400);
                case 2 -> random.nextInt(4);
                default -> random.nextInt(0x10000);
              });
    }
    return text.toString();
  }

  private static DomainError refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    return catchThrowableOfType(DomainException.class, work).error();
  }
}
