package dev.parley.application.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokenTest {
  private static final String KEY_ID = "0123456789abcDEF";
  private static final String SECRET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

  @Test
  void aMintedTokenReadsBackAndDiffersFromTheNext() {
    TokenMint mint = new TokenMint(new SecureRandom());
    ApiToken token = mint.token();

    assertThat(ApiToken.parse(token.text())).contains(token);
    assertThat(mint.token()).isNotEqualTo(token);
  }

  @Test
  void aTokenNeverPrintsItsSecret() {
    ApiToken token = new ApiToken(KEY_ID, SECRET);

    assertThat(token).asString().doesNotContain(SECRET).contains(KEY_ID);
    assertThat(ApiKey.of(token)).asString().doesNotContain(SECRET);
  }

  @Test
  void aLongerSecretIsAccepted() {
    assertThat(ApiToken.parse("prl_" + KEY_ID + "_" + SECRET + SECRET)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "prl_",
        "prl_0123456789abcDEF",
        "prl_0123456789abcDEF_tooshort",
        "prl_0123456789abcDE_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ",
        "prl_0123456789abcDEF_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO-Q",
        "PRL_0123456789abcDEF_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ",
        " prl_0123456789abcDEF_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ",
        "prl_0123456789abcDEF_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ\n"
      })
  void anythingElseIsNoToken(String text) {
    assertThat(ApiToken.parse(text)).isEmpty();
  }
}
