package dev.parley.channels.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.channel.SendResult;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the table in the channel contract, section B.10. */
class VerdictsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LOGIN        | 0   | gone                                             | Retryable     | connection-lost       |
          SENDER       | 0   | gone                                             | Retryable     | connection-lost       |
          DATA         | 0   | gone                                             | Retryable     | connection-lost       |
          END_OF_DATA  | 0   | gone                                             | Ambiguous     | lost-after-data       |
          GREETING     | 554 | 554 no service for you                           | Retryable     | greeting-refused      | PT1H
          GREETING     | 421 | 421 try later                                    | Retryable     | server-closing        |
          SENDER       | 421 | 421 4.7.0 too many connections                   | Retryable     | server-closing        |
          RECIPIENT    | 421 | 421 4.3.2 shutting down                          | Retryable     | server-closing        |
          END_OF_DATA  | 421 | 421 4.3.0 timeout                                | Retryable     | server-closing        |
          RECIPIENT    | 450 | 450 4.2.0 greylisted                             | Retryable     | greylisted            | PT5M
          RECIPIENT    | 451 | 451 4.7.1 please try again                       | Retryable     | greylisted            | PT5M
          RECIPIENT    | 452 | 452 4.2.2 over quota                             | Retryable     | temporary             |
          END_OF_DATA  | 452 | 452 4.3.1 disk full                              | Retryable     | temporary             |
          RECIPIENT    | 454 | 454 4.7.1 relay access denied                    | Retryable     | temporary             |
          LOGIN        | 454 | 454 4.7.0 temporary authentication failure       | AccountBroken | authentication        |
          LOGIN        | 535 | 535 5.7.8 bad credentials                        | AccountBroken | authentication        |
          LOGIN        | 535 | 535 5.7.139 basic authentication is disabled     | AccountBroken | authentication        |
          LOGIN        | 504 | 504 5.5.4 unrecognised mechanism                 | AccountBroken | authentication        |
          SENDER       | 530 | 530 5.7.0 authentication required                | AccountBroken | authentication        |
          SENDER       | 550 | 550 5.7.30 basic authentication is not supported | AccountBroken | authentication        |
          END_OF_DATA  | 550 | 550 5.7.30 basic authentication is not supported | AccountBroken | authentication        |
          SENDER       | 552 | 552 5.3.4 message size exceeds limit             | Permanent     | too-large             |
          END_OF_DATA  | 552 | 552 too big                                      | Permanent     | too-large             |
          END_OF_DATA  | 554 | 554 5.2.3 too long for this mailbox              | Permanent     | too-large             |
          RECIPIENT    | 552 | 552 5.2.2 mailbox full                           | Permanent     | mailbox-full          |
          RECIPIENT    | 550 | 550 5.1.1 no such user                           | Permanent     | recipient-unreachable |
          RECIPIENT    | 550 | 550 5.1.10 null mx                               | Permanent     | recipient-unreachable |
          RECIPIENT    | 553 | 553 5.1.2 no such domain                         | Permanent     | recipient-unreachable |
          RECIPIENT    | 550 | 550 unknown user                                 | Permanent     | recipient-unreachable |
          END_OF_DATA  | 550 | 550 5.1.1 no such user                           | Permanent     | recipient-unreachable |
          RECIPIENT    | 550 | 550 5.7.1 blocked                                | Permanent     | policy                |
          END_OF_DATA  | 554 | 554 5.7.1 looks like spam                        | Permanent     | policy                |
          END_OF_DATA  | 550 | 550 5.7.26 unauthenticated sender                | Permanent     | policy                |
          SENDER       | 553 | 553 5.7.1 sender not owned by user               | Permanent     | policy                |
          SENDER       | 550 | 550 5.1.8 bad sender                             | Permanent     | refused               |
          END_OF_DATA  | 554 | 554 5.6.0 bad content                            | Permanent     | refused               |
          DATA         | 503 | 503 bad sequence                                 | Permanent     | refused               |
          END_OF_DATA  | 250 | 250 2.0.0 queued                                 | Accepted      |                       |
          """)
  void aReplyMeansTheSameEveryTime(
      Stage stage, int code, String text, String kind, String word, Duration atLeast) {
    SendResult result = Verdicts.of(stage, code == 0 ? Reply.LOST : Reply.of(code, text));
    assertThat(result.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(word(result)).isEqualTo(Objects.requireNonNullElse(word, ""));
    if (result instanceof SendResult.Retryable retryable) {
      assertThat(retryable.notBefore()).isEqualTo(atLeast);
    }
  }

  @Test
  void whatIsNoReplyCountsAsALostConnection() {
    assertThat(Reply.of(-1, "[EOF]").isLost()).isTrue();
    assertThat(Reply.of(999, "999 what").isLost()).isTrue();
  }

  @Test
  void theProvidersWordsAreOneShortLine() {
    Reply reply = Reply.of(550, "550-5.1.1 no\r\n550 5.1.1 such user " + "x".repeat(1000));
    assertThat(reply.text()).doesNotContain("\r", "\n").hasSizeLessThanOrEqualTo(500);
  }

  private static String word(SendResult result) {
    return switch (result) {
      case SendResult.Accepted _ -> "";
      case SendResult.Retryable(String code, String _, Duration _) -> code;
      case SendResult.Ambiguous(String code, String _) -> code;
      case SendResult.Permanent(String code, String _) -> code;
      case SendResult.AccountBroken(String code, String _) -> code;
    };
  }
}
