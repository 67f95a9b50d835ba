package dev.parley.rest.dixa.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.event.EventType;
import dev.parley.rest.dixa.event.EventPayload.ConversationPayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventWordsTest {
  @ParameterizedTest
  @EnumSource(EventType.class)
  void everyTypeHasAWordOfItsOwn(EventType type) {
    assertThat(EventWords.type(EventWords.of(type))).contains(type);
  }

  @Test
  void channelsAreInUpperSnakeCase() {
    assertThat(ConversationPayload.channel(Channel.WIDGET)).isEqualTo("WIDGET_CHAT");
    assertThat(ConversationPayload.channel(Channel.EMAIL)).isEqualTo("EMAIL");
    assertThat(ConversationPayload.channel(Channel.TELEPHONY)).isEqualTo("PSTN_PHONE");
    assertThat(ConversationPayload.channel(new Channel("whatsapp"))).isEqualTo("WHATS_APP");
    assertThat(ConversationPayload.channel(new Channel("anything"))).isEqualTo("MESSENGER");
  }
}
