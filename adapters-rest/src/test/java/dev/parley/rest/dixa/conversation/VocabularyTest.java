package dev.parley.rest.dixa.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.shared.Direction;
import dev.parley.rest.dixa.DixaChannel;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {
  @Test
  void everyFormatComesBack() {
    for (Content.Format format : Content.Format.values()) {
      assertThat(DixaWords.format(DixaWords.format(format))).contains(format);
    }
  }

  @Test
  void everyDirectionComesBack() {
    for (Direction direction : Direction.values()) {
      assertThat(DixaWords.direction(DixaWords.direction(direction))).contains(direction);
    }
  }

  @Test
  void everyChannelComesBack() {
    for (DixaChannel channel : DixaChannel.values()) {
      assertThat(DixaChannel.ofWord(channel.word())).contains(channel);
      assertThat(DixaChannel.of(channel.channel())).contains(channel);
      assertThat(DixaChannel.word(channel.channel())).isEqualTo(channel.word());
    }
  }

  @Test
  void everyChannelOfOursHasAWordOfDixas() throws IllegalAccessException {
    for (Field constant : Channel.class.getFields()) {
      if (constant.get(null) instanceof Channel channel) {
        assertThat(DixaChannel.ofWord(DixaChannel.word(channel))).as(channel.name()).isPresent();
        assertThat(DixaChannel.of(channel).isPresent())
            .as(channel.name())
            .isEqualTo(!channel.equals(Channel.API));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "email, email",
    "Email, email",
    "widgetchat, widget",
    "WidgetChat, widget",
    "chat, widget",
    "contactform, contact-form",
    "dixamessenger, in-app",
    "phone, telephony",
    "FacebookMessenger, messenger",
    "Messenger, api",
    "MyCustomChat, api",
    "genericapimessaging, api"
  })
  void channelsOfOtherSystemsAreKnownByEitherName(String name, String channel) {
    assertThat(DixaChannel.named(name)).isEqualTo(new Channel(channel));
  }

  @Test
  void otherWordsAreNone() {
    for (String word : new String[] {"", "text", "HTML", "Rtf", "inbound", "Internal"}) {
      assertThat(DixaWords.format(word)).isEmpty();
      assertThat(DixaWords.direction(word)).isEmpty();
    }
  }
}
