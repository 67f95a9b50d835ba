package dev.parley.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.shared.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @ValueSource(strings = {"+4512345678", "+45 12 34 56 78", " +45 (12) 34-56.78", "+45/12345678"})
  void whatIsBetweenTheDigitsIsLeftOut(String text) {
    assertThat(new PhoneNumber(text).value()).isEqualTo("+4512345678");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "+", "12345678", "004512345678", "+0451234", "+45x", "++45", "+45\u0000"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> new PhoneNumber(text)).isInstanceOf(DomainException.class);
  }

  @Test
  void itHasAtMostFifteenDigits() {
    assertThat(new PhoneNumber("+123456789012345").value()).hasSize(16);
    assertThatThrownBy(() -> new PhoneNumber("+1234567890123456"))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void noLogShowsIt() {
    assertThat(new PhoneNumber("+4512345678")).hasToString("+***");
  }
}
