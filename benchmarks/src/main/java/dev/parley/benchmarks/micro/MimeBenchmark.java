package dev.parley.benchmarks.micro;

import dev.parley.channels.email.mime.MailLimits;
import dev.parley.channels.email.mime.MailParser;
import dev.parley.channels.email.mime.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading mails as a server hands them over. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MimeBenchmark {
  private static final int FILE_BYTES = 100_000;
  private static final String HEADERS =
      """
      Received: from mail.example.com by mx.example.org; Fri, 20 Nov 2026 12:00:01 +0000
      From: Ada Lovelace <ada@example.com>
      To: Support <support@example.org>
      Subject: =?UTF-8?Q?My_lamp_f=C3=A6iled?=
      Message-ID: <1@example.com>
      In-Reply-To: <0@example.org>
      References: <0@example.org>
      Date: Fri, 20 Nov 2026 12:00:00 +0000
      MIME-Version: 1.0
      """;

  private final MailParser parser = new MailParser(MailLimits.DEFAULTS);
  private final byte[] plain =
      mail(HEADERS + "Content-Type: text/plain; charset=utf-8\n\n" + Samples.TEXT);
  private final byte[] multipart = mail(withFile());

  /** Headers of most mails and about 80 words. */
  @Benchmark
  public ParsedMail plain() {
    return parser.parse(plain);
  }

  /** Text, HTML and a file of 100 kB. */
  @Benchmark
  public ParsedMail withFile100kB() {
    return parser.parse(multipart);
  }

  private static String withFile() {
    byte[] file = new byte[FILE_BYTES];
    new SplittableRandom(1).nextBytes(file);
    return HEADERS
        + """
        Content-Type: multipart/mixed; boundary=outer

        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8

        %s
        --inner
        Content-Type: text/html; charset=utf-8

        <p>%s</p>
        --inner--
        --outer
        Content-Type: application/pdf; name="invoice.pdf"
        Content-Disposition: attachment; filename="invoice.pdf"
        Content-Transfer-Encoding: base64

        %s
        --outer--
        """
            .formatted(Samples.TEXT, Samples.TEXT, Base64.getMimeEncoder().encodeToString(file));
  }

  private static byte[] mail(String text) {
    return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
