package dev.parley.channels.email;

import static dev.parley.channels.email.Fixtures.CONVERSATION;
import static dev.parley.channels.email.Fixtures.MESSAGE;
import static dev.parley.channels.email.Fixtures.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channels.support.DerivedKeys;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.ConversationId;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ThreadTokensTest {
  private static final EmailAddress OURS = new EmailAddress("support@parley.example");

  @Test
  void aReplyAddressNamesItsConversation() {
    EmailAddress address = TOKENS.replyAddress(OURS, CONVERSATION).orElseThrow();
    assertThat(address.value())
        .matches("support\\+c\\.[a-z2-7]{42}@parley\\.example")
        .isEqualTo(address.value().toLowerCase(Locale.ROOT));
    assertThat(TOKENS.inAddress(address.value())).contains(CONVERSATION);
  }

  @Test
  void aReplyAddressSurvivesSystemsThatChangeItsCase() {
    String shouted =
        TOKENS.replyAddress(OURS, CONVERSATION).orElseThrow().value().toUpperCase(Locale.ROOT);
    assertThat(TOKENS.inAddress(shouted)).contains(CONVERSATION);
  }

  @Test
  void aLocalPartNeverExceedsWhatSmtpAllows() {
    EmailAddress longest = new EmailAddress("a".repeat(19) + "@parley.example");
    EmailAddress tooLong = new EmailAddress("a".repeat(20) + "@parley.example");
    assertThat(TOKENS.replyAddress(longest, CONVERSATION).orElseThrow().localPart()).hasSize(64);
    assertThat(TOKENS.replyAddress(tooLong, CONVERSATION)).isEmpty();
  }

  @Test
  void aMessageIdNamesItsConversationAndIsTheSameEveryTime() {
    String id = TOKENS.messageId(OURS.value(), CONVERSATION, MESSAGE);
    assertThat(id)
        .isEqualTo(TOKENS.messageId(OURS.value(), CONVERSATION, MESSAGE))
        .endsWith("." + MESSAGE.value() + "@parley.example");
    assertThat(TOKENS.inMessageId(id)).contains(CONVERSATION);
  }

  @Test
  void aMessageIdIsAsciiWhateverTheDomain() {
    assertThat(TOKENS.messageId("hilfe@bücher.example", CONVERSATION, MESSAGE))
        .endsWith("@xn--bcher-kva.example");
  }

  @Test
  void aTokenWithOneCharacterChangedProvesNothing() {
    String address = TOKENS.replyAddress(OURS, CONVERSATION).orElseThrow().value();
    int start = address.indexOf("+c.") + 3;
    // The last character holds but two bits; every other change must be noticed.
    for (int i = start; i < start + 41; i++) {
      char other = address.charAt(i) == 'a' ? 'b' : 'a';
      String changed = address.substring(0, i) + other + address.substring(i + 1);
      assertThat(TOKENS.inAddress(changed)).isEmpty();
    }
  }

  @Test
  void aTokenOfAnotherInstallationProvesNothing() {
    byte[] secret = new byte[32];
    secret[31] = 1;
    ThreadTokens others = new ThreadTokens(new DerivedKeys(secret));
    EmailAddress theirs = others.replyAddress(OURS, CONVERSATION).orElseThrow();
    assertThat(TOKENS.inAddress(theirs.value())).isEmpty();
    assertThat(TOKENS.inMessageId(others.messageId(OURS.value(), CONVERSATION, MESSAGE))).isEmpty();
  }

  @Test
  void textThatIsNoTokenProvesNothing() {
    for (String text :
        new String[] {"", "@", "support@parley.example", "support+c.@parley.example", "+c.a"}) {
      assertThat(TOKENS.inAddress(text)).isEmpty();
      assertThat(TOKENS.inMessageId(text)).isEmpty();
    }
  }

  @Test
  void everyConversationIdSurvivesTheWayThroughAnAddress() {
    Random random = new Random(42);
    for (int i = 0; i < 1000; i++) {
      ConversationId id = new ConversationId(new UUID(random.nextLong(), random.nextLong()));
      String address = TOKENS.replyAddress(OURS, id).orElseThrow().value();
      assertThat(TOKENS.inAddress(address)).contains(id);
    }
  }

  @Test
  void everyEndpointHasALoopMarkOfItsOwn() {
    assertThat(TOKENS.loopMark(new ContactEndpointId(new UUID(0, 1))))
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(TOKENS.loopMark(new ContactEndpointId(new UUID(0, 2))));
  }
}
