package dev.parley.channels.email.mime;

import static dev.parley.channels.email.mime.Mails.utf8;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentTest {
  private static Attachment attachment(String disposition, String type, String body) {
    return Mails.parse(
            "Content-Type: " + type, "Content-Disposition: attachment; " + disposition, "", body)
        .attachments()
        .getFirst();
  }

  private static String fileName(String disposition) {
    return attachment(disposition, "application/octet-stream", "x").fileName();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "filename=a.txt | a.txt",
        "filename=\"a b.txt\" | a b.txt",
        "filename=a b.txt | a b.txt",
        "filename*=utf-8''%C3%A4.txt | ä.txt",
        "filename*=UTF-8'de'%C3%A4.txt; filename=a.txt | ä.txt",
        "filename*=iso-8859-1''%E4.txt | ä.txt",
        "filename*0*=utf-8''%C3; filename*1*=%A4.; filename*2=txt | ä.txt",
        "filename*1=b.txt; filename*0=a | ab.txt",
        "filename=\"=?utf-8?Q?=C3=A4.txt?=\" | ä.txt",
        "filename==?utf-8?B?w6QudHh0?= | ä.txt",
        "filename=\"C:\\Users\\ann\\a.txt\" | a.txt",
        "filename=\"../../etc/passwd\" | passwd",
        "filename=\"..\\..\\boot.ini\" | boot.ini",
        "filename=\"a\\\"b.txt\" | a_b.txt",
        "filename=\"...\" | attachment-1.txt",
        "filename=\"\" | attachment-1.txt",
        "filename=\".htaccess\" | htaccess",
        "filename*=utf-8''a%0D%0AX%3A%20y.txt | a X_ y.txt",
        "filename*=utf-8''a%00.txt | a .txt",
        "filename*=utf-8''evil%E2%80%AEgpj.exe | evilgpj.exe",
        "filename*=utf-8''a%E2%81%A6b%E2%81%A9.txt | ab.txt",
        "filename*=utf-8''a%2Fb.txt | b.txt",
        "filename=\"a:b*c?.txt\" | a_b_c_.txt"
      })
  void fileNamesAreDecodedAndMadeHarmless(String written, String meant) {
    assertThat(fileName(written)).isEqualTo(meant);
  }

  @Test
  void rawUtf8NamesAreRead() {
    assertThat(fileName("filename=\"" + utf8("ä€.txt") + "\"")).isEqualTo("ä€.txt");
  }

  @Test
  void theTypesNameIsUsedWhenTheDispositionHasNone() {
    assertThat(attachment("x=y", "image/png; name=\"a.png\"", "x").fileName()).isEqualTo("a.png");
  }

  @Test
  void aLongNameKeepsItsExtensionWithinTwoHundredBytes() {
    String name = fileName("filename=\"" + utf8("ä".repeat(300)) + ".pdf\"");

    assertThat(name).endsWith("ä.pdf");
    assertThat(name.getBytes(UTF_8)).hasSizeBetween(190, 200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image/png | a.png | <html><script>alert(1)</script></html> | text/html",
        "application/octet-stream | a.pdf | %PDF-1.7 | application/pdf",
        "text/plain | a.txt | plain words | text/plain",
        "text/csv | a.csv | a;b | text/csv",
        "image/jpeg | a.jpg | MZ\u0090\u0001\u0003. | application/x-msdownload",
        "application/octet-stream | a.bin | PK\u0003\u0004\u0001. | application/zip",
        "application/x-never-heard-of | a | .\u0001\u0002\u0003. | application/octet-stream"
      })
  void typesAreToldByContentAndName(String declared, String name, String content, String detected) {
    Attachment attachment = attachment("filename=" + name, declared, content);

    assertThat(attachment.declaredType()).isEqualTo(declared);
    assertThat(attachment.detectedType()).isEqualTo(detected);
  }

  @Test
  void anUnknownDeclaredTypeIsNotRemembered() {
    TypeSniffer sniffer = new TypeSniffer();
    Content content = Content.of(new byte[] {1, 2, 3});

    sniffer.sniff(content, "", "x-made/up-1");

    assertThat(sniffer.extension("x-made/up-1")).isEmpty();
    assertThat(sniffer.isKnown("x-made/up-1")).isFalse();
  }

  @Test
  void contentIdStandsWithoutBrackets() {
    ParsedMail mail = Mails.parse("Content-Type: image/png", "Content-ID: < a@b >", "", "x");

    assertThat(mail.attachments().getFirst().contentId()).isEqualTo("a@b");
  }

  @Test
  void theContentIsWhatWasSent() {
    Attachment attachment =
        attachment(
            "filename=x\r\nContent-Transfer-Encoding: base64",
            "application/octet-stream",
            "AAEC/w==");

    assertThat(attachment.content().toByteArray()).containsExactly(0, 1, 2, -1);
    assertThat(attachment.content().size()).isEqualTo(4);
    assertThat(attachment.content().open()).hasBinaryContent(new byte[] {0, 1, 2, -1});
  }
}
