package dev.parley.channels.email.mime;

import static dev.parley.channels.email.mime.Mails.withHeader;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsAndDatesTest {
  @Test
  void aMessageIdStandsWithoutBrackets() {
    ParsedMail mail = withHeader("Message-ID: <a.b@example.com>");

    assertThat(mail.messageId()).isEqualTo("a.b@example.com");
    assertThat(mail.allMessageIds()).containsExactly("a.b@example.com");
  }

  @Test
  void aFoldedIdIsOneWord() {
    assertThat(withHeader("Message-ID:\r\n <a.b@\r\n example.com>").messageId())
        .isEqualTo("a.b@example.com");
  }

  @Test
  void anIdWithoutBracketsIsTaken() {
    assertThat(withHeader("Message-ID: a.b@example.com").messageId()).isEqualTo("a.b@example.com");
  }

  @Test
  void severalIdsAreAllKept() {
    ParsedMail mail = withHeader("Message-ID: <a@x>\r\nMessage-Id: <b@x>");

    assertThat(mail.messageId()).isEqualTo("a@x");
    assertThat(mail.allMessageIds()).containsExactly("a@x", "b@x");
    assertThat(mail.warnings()).contains(ParseWarning.MULTIPLE_MESSAGE_IDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Nothing: x", "Message-ID:", "Message-ID: <>", "Message-ID: none"})
  void aMailWithoutIdGetsOneOfItsContent(String field) {
    ParsedMail mail = withHeader(field);

    assertThat(mail.messageId()).matches("[0-9a-f]{64}@no-id\\.invalid");
    assertThat(mail.messageId()).isEqualTo(withHeader(field).messageId());
    assertThat(mail.messageId()).isNotEqualTo(withHeader(field + "\r\nX: y").messageId());
    assertThat(mail.allMessageIds()).isEmpty();
    assertThat(mail.warnings()).contains(ParseWarning.NO_MESSAGE_ID);
  }

  @Test
  void referencesKeepTheirOrder() {
    ParsedMail mail =
        withHeader("References: <1@x>\r\n\t<2@x><3@x>\r\nIn-Reply-To: Your mail of today <3@x>");

    assertThat(mail.references()).containsExactly("1@x", "2@x", "3@x");
    assertThat(mail.inReplyTo()).containsExactly("3@x");
  }

  @Test
  void noIdCanCarryAHeader() {
    assertThat(withHeader("References: <1@x\rBcc:\0y>").references()).containsExactly("1@xBcc:y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mon, 05 Jan 2026 10:20:30 +0100 | 2026-01-05T09:20:30Z",
        "5 Jan 2026 10:20:30 -0530 | 2026-01-05T15:50:30Z",
        "Mon, 5 Jan 2026 10:20 GMT | 2026-01-05T10:20:00Z",
        "Mon, 5 Jan 26 10:20:30 EST | 2026-01-05T15:20:30Z",
        "Mon, 5 Jan 99 10:20:30 +0000 | 1999-01-05T10:20:30Z",
        "Mon,  5  January 2026 10:20:30 +0000 (UTC) | 2026-01-05T10:20:30Z",
        "05-Jan-2026 10:20:30 | 2026-01-05T10:20:30Z",
        "Mon, 5 Jan 2026 23:59:60 +0000 | 2026-01-05T23:59:59Z"
      })
  void datesAreRead(String written, Instant meant) {
    assertThat(withHeader("Date: " + written).date()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "Mon, 35 Jan 2026 10:20:30 +0000",
        "5 Foo 2026 10:20:30",
        "5 Jan 2026 10:20:30 +9999",
        "5 Jan 2026 99:99:99",
        "99999999999999999999"
      })
  void whatIsNoDateIsNone(String written) {
    assertThat(withHeader("Date: " + written).date()).isNull();
  }
}
