package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.Cast.BY_ALICE;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.id;
import static dev.parley.domain.conversation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.shared.Text;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageTest {
  private static final Attachment FILE =
      new Attachment(
          new AttachmentId(id(400)), "m/0", "photo.png", "image/png", 3, "aa", false, null);

  @Test
  void aMessageHasAtMostOneHundredFiles() {
    assertThat(message(Collections.nCopies(100, FILE), null).attachments()).hasSize(100);
    assertRefused(() -> message(Collections.nCopies(101, FILE), null))
        .isEqualTo(new SharedError.InvalidField("attachments", "has too many elements"));
  }

  @Test
  void anExternalIdIsNotBlankAndHasAtMost255Characters() {
    assertThat(message(List.of(), "x".repeat(255)).externalId()).hasSize(255);
    assertRefused(() -> message(List.of(), " ")).isInstanceOf(SharedError.InvalidField.class);
    assertRefused(() -> message(List.of(), "x".repeat(256)))
        .isInstanceOf(SharedError.InvalidField.class);
  }

  @Test
  void onlyAnAutomaticMailIsAutomatic() {
    assertThat(AMessage.fromJane().isAutomatic()).isFalse();
    assertThat(AMessage.fromJanesAutoResponder().isAutomatic()).isTrue();
    assertThat(message(List.of(), null).isAutomatic()).isFalse();
  }

  @Test
  void contentHasAtMostOneMebibyteOfCharacters() {
    assertThat(text("x".repeat(Content.MAX)).value()).hasSize(1_048_576);
    assertRefused(() -> text("x".repeat(Content.MAX + 1)))
        .isInstanceOf(SharedError.InvalidField.class);
  }

  @Test
  void contentThatCannotBeStoredIsRefused() {
    assertRefused(() -> text("a\0b")).isInstanceOf(SharedError.InvalidField.class);
  }

  @Test
  void whatIsSaidIsNotPrinted() {
    assertThat(text("Dear Jane").toString()).isEqualTo("Content[TEXT, 9 chars]");
    assertThat(FILE.toString()).doesNotContain("photo");
    assertThat(AMessage.fromJane().toString()).doesNotContain("Hello", "jane@");
  }

  @Test
  void aReasonOfAProviderIsCutToOneThousandCharacters() {
    assertThat(failed("x".repeat(1001)).reason()).hasSize(Delivery.REASON_MAX);
    assertThat(failed("mailbox full").reason()).isEqualTo("mailbox full");
    assertThat(Delivery.SENT.reason()).isNull();
  }

  @Test
  void aReasonOfAProviderCanBeStoredWhateverItHolds() {
    assertThat(Text.isStorable(String.valueOf(failed("a\0b\uD83D").reason()))).isTrue();
    String cutWithinACharacter = "x".repeat(Delivery.REASON_MAX - 1) + "\uD83D\uDE00";
    assertThat(Text.isStorable(String.valueOf(failed(cutWithinACharacter).reason()))).isTrue();
  }

  private static Delivery failed(String reason) {
    return new Delivery(Delivery.Status.FAILED, reason);
  }

  private static Content text(String value) {
    return new Content(Content.Format.TEXT, value);
  }

  private static Message message(List<Attachment> files, @Nullable String externalId) {
    return new Message(
        new MessageId(id(200)),
        AConversation.ID,
        Direction.OUTBOUND,
        BY_ALICE,
        null,
        files,
        externalId,
        null,
        null,
        Delivery.PENDING,
        NOON);
  }
}
