package dev.parley.channels.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mails that mime4j and MIME-tools collected over twenty years. */
class MailCorpusTest {
  /** Mails whose every part is empty. */
  private static final Set<String> EMPTY =
      Set.of("testmsgs/multipartemptypart.msg", "testmsgs/multipartnestedemptypartsnorfc822.msg");

  record Sample(String name, Content content, List<Content> files) {
    byte[] raw() {
      return content.toByteArray();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Sample> samples() throws IOException {
    URL folder = Objects.requireNonNull(MailCorpusTest.class.getResource("/testmsgs/"));
    JarFile jar = ((JarURLConnection) folder.openConnection()).getJarFile();
    return jar.stream()
        .map(JarEntry::getName)
        .filter(name -> name.endsWith(".msg"))
        .map(name -> new Sample(name, Content.of(bytes(jar, name)), files(jar, name)))
        .toList();
  }

  /** What mime4j's own tests expect the binary parts of a mail to be, decoded. */
  private static List<Content> files(JarFile jar, String name) {
    String prefix = name.replace(".msg", "_decoded_");
    return jar.stream()
        .map(JarEntry::getName)
        .filter(file -> file.startsWith(prefix) && file.endsWith(".bin"))
        .map(file -> Content.of(bytes(jar, file)))
        .toList();
  }

  /** Nested messages stay closed here, and are opened there. */
  static List<Sample> samplesWithFiles() throws IOException {
    return samples().stream()
        .filter(sample -> !sample.files().isEmpty())
        .filter(sample -> !new String(sample.raw(), ISO_8859_1).contains("message/rfc822"))
        .toList();
  }

  private static byte[] bytes(JarFile jar, String name) {
    try (InputStream entry = jar.getInputStream(jar.getEntry(name))) {
      return entry.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theCorpusIsThere() throws IOException {
    assertThat(samples()).hasSize(80);
    assertThat(samples()).anySatisfy(sample -> assertThat(sample.files()).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadWithoutADefect(Sample sample) {
    ParsedMail mail = Mails.parse(sample.raw());

    assertThat(mail.warnings()).doesNotContain(ParseWarning.STEP_FAILED);
    assertThat(mail.messageId()).isNotBlank();
    assertThat(mail.subject()).doesNotContainPattern("\\p{Cntrl}");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadToItsEnd(Sample sample) {
    assertThat(Mails.parse(sample.raw()).degraded()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void losesNeitherTextNorAttachments(Sample sample) {
    ParsedMail mail = Mails.parse(sample.raw());

    boolean says = !mail.text().isBlank() || mail.html() != null || !mail.attachments().isEmpty();
    assertThat(says).isEqualTo(!EMPTY.contains(sample.name()));
  }

  @ParameterizedTest
  @MethodSource("samplesWithFiles")
  void givesTheFilesThatMime4jGives(Sample sample) {
    assertThat(Mails.parse(sample.raw()).attachments())
        .extracting(Attachment::content)
        .containsAll(sample.files());
  }
}
