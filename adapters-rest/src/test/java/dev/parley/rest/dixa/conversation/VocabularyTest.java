package dev.parley.rest.dixa.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.Content;
import dev.parley.domain.shared.Direction;
import org.junit.jupiter.api.Test;

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
  void otherWordsAreNone() {
    for (String word : new String[] {"", "text", "HTML", "Rtf", "inbound", "Internal"}) {
      assertThat(DixaWords.format(word)).isEmpty();
      assertThat(DixaWords.direction(word)).isEmpty();
    }
  }
}
