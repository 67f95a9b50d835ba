package dev.parley.channels.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailFuzzTest {
  private static final long SEED = Long.getLong("parley.fuzz.seed", 20260105L);
  private static final int MAILS = Integer.getInteger("parley.fuzz.mails", 1_500);

  @Test
  void noDamagedMailMakesTheParserFail() throws IOException {
    List<byte[]> corpus =
        MailCorpusTest.samples().stream()
            .map(MailCorpusTest.Sample::raw)
            .filter(raw -> raw.length < 20_000)
            .toList();
    MailMutations mutations = new MailMutations(new Random(SEED), corpus);

    for (int i = 0; i < MAILS; i++) {
      byte[] mail = mutations.next();
      try {
        check(Mails.parse(mail));
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError(
            "seed %d, mail %d: %s".formatted(SEED, i, Base64.getEncoder().encodeToString(mail)),
            failure);
      }
    }
  }

  private static void check(ParsedMail mail) {
    assertThat(mail.warnings()).doesNotContain(ParseWarning.STEP_FAILED);
    assertThat(mail.subject()).doesNotContainPattern("[\\p{Cntrl}\\ud800-\\udfff]");
    assertThat(mail.messageId()).matches("[^\\s<>\\p{Cntrl}]+");
    assertThat(mail.text()).doesNotContain("\0", "\r");
    mail.attachments()
        .forEach(file -> assertThat(file.fileName()).matches("[^\\p{Cntrl}/\\\\]{1,200}"));
    mail.to().forEach(to -> assertThat(to.address()).matches("[^\\p{Cntrl}]+@[^\\p{Cntrl}]+"));
    mail.isSenderProven(Set.of("example.com"));
  }
}
