package dev.parley.channels.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channels.email.mime.AuthenticationResults.Check;
import dev.parley.channels.email.mime.AuthenticationResults.Verdict;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationResultsTest {
  private static final Set<String> TRUSTED = Set.of("mx.example.net");
  private static final String PASS =
      "Authentication-Results: mx.example.net; dmarc=pass header.from=example.com";
  private static final String BORDER =
      "Received: from out.example.com by mx.example.net with ESMTPS";
  private static final String FOREIGN = "Received: from [10.0.0.1] by out.example.com with ESMTP";

  private static ParsedMail mail(String... fields) {
    return Mails.parse(String.join("\r\n", fields), "From: Ann <ann@example.com>", "", "hi");
  }

  private static boolean proven(String... fields) {
    return mail(fields).isSenderProven(TRUSTED);
  }

  @Test
  void everyCheckIsRead() {
    AuthenticationResults results =
        mail(
                "Authentication-Results: MX.example.net 1;",
                "  dkim=pass (2048-bit key; secure) header.d=example.com header.i=@example.com"
                    + " header.b=\"AbC\";",
                "  dkim=fail reason=\"bad; signature\" header.d=other.org;",
                "  spf=softfail (mx.example.net: domain of x does not designate (really) 1.2.3.4)"
                    + " smtp.mailfrom=bounce@Mail.Example.com;",
                "  arc=pass (i=1); dmarc=pass (p=REJECT) header.from=example.com; iprev=weird")
            .authentication(TRUSTED);

    assertThat(results.checks())
        .containsExactly(
            new Check("dkim", Verdict.PASS, "example.com"),
            new Check("dkim", Verdict.FAIL, "other.org"),
            new Check("spf", Verdict.SOFTFAIL, "mail.example.com"),
            new Check("arc", Verdict.PASS, ""),
            new Check("dmarc", Verdict.PASS, "example.com"),
            new Check("iprev", Verdict.PERMERROR, ""));
    assertThat(results.verdict("dkim")).contains(Verdict.PASS);
    assertThat(results.verdict("spf")).contains(Verdict.SOFTFAIL);
    assertThat(results.verdict("sender-id")).isEmpty();
  }

  @Test
  void theBordersOwnFieldProvesTheSender() {
    assertThat(proven(PASS, BORDER, FOREIGN)).isTrue();
    assertThat(proven(BORDER, PASS, FOREIGN)).isTrue();
    assertThat(proven("Received: by store.internal", BORDER, PASS, FOREIGN)).isTrue();
    assertThat(proven(PASS)).isTrue();
  }

  @Test
  void aFieldBelowAForeignServersCountsNothing() {
    assertThat(proven(BORDER, FOREIGN, PASS)).isFalse();
    assertThat(proven(FOREIGN, PASS)).isFalse();
  }

  @Test
  void onlyTheTopmostFieldsCount() {
    String failed = "Authentication-Results: mx.example.net; dmarc=fail header.from=example.com";

    assertThat(proven(failed, BORDER, PASS, FOREIGN)).isFalse();
    assertThat(proven(BORDER, failed, BORDER, PASS)).isFalse();
  }

  @Test
  void severalFieldsOfOneServerAreOne() {
    assertThat(proven("Authentication-Results: mx.example.net; spf=pass", PASS, BORDER)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authentication-Results: mx.evil.org; dmarc=pass header.from=example.com",
        "Authentication-Results: mx.example.net.evil.org; dmarc=pass header.from=example.com",
        "Authentication-Results: mx.example.net; none",
        "Authentication-Results: mx.example.net; dmarc=none header.from=example.com",
        "Authentication-Results: mx.example.net; dmarc=pass header.from=evil.org",
        "Authentication-Results: mx.example.net; dkim=pass header.d=evil.org",
        "Authentication-Results: mx.example.net; dkim=pass header.d=com",
        "Authentication-Results: mx.example.net; dkim=pass header.d=mail.example.com",
        "Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=example.com",
        "Authentication-Results: mx.example.net; (dmarc=pass header.from=example.com)",
        "Authentication-Results: mx.example.net; spf=fail"
            + " smtp.mailfrom=\"a; dmarc=pass header.from=example.com ;\"@evil.org",
        "Authentication-Results: mx.example.net; spf=fail (domain of"
            + " \"a) ; dkim=pass header.d=example.com (\"@evil.org is bad) smtp.mailfrom=evil.org",
        "Authentication-Results: dmarc=pass header.from=example.com",
        "X-Nothing: at all"
      })
  void nothingElseProvesTheSender(String field) {
    assertThat(proven(field, BORDER)).isFalse();
  }

  @Test
  void aDomainMaySignForThoseBelowIt() {
    ParsedMail mail =
        Mails.parse(
            "Authentication-Results: mx.example.net; dkim=pass header.i=@example.com",
            "From: ann@mail.example.com",
            "",
            "hi");

    assertThat(mail.isSenderProven(TRUSTED)).isTrue();
  }

  @Test
  void twoSendersAreNeverProven() {
    assertThat(proven(PASS, "From: boss@example.com")).isFalse();
  }

  @Test
  void fieldsWithoutIdCountOnlyWhenAskedFor() {
    ParsedMail mail =
        mail(
            "Authentication-Results: spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=example.com;"
                + " dkim=pass (signature was verified) header.d=example.com;dmarc=pass"
                + " action=none header.from=example.com;compauth=pass reason=100");

    assertThat(mail.isSenderProven(Set.of(""))).isTrue();
    assertThat(mail.isSenderProven(Set.of())).isFalse();
    assertThat(mail.authentication(Set.of()).checks()).isEmpty();
  }
}
