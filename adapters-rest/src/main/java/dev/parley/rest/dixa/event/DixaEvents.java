package dev.parley.rest.dixa.event;

import dev.parley.application.event.Event;
import dev.parley.application.event.EventRenderer;
import dev.parley.domain.channel.Channel;
import dev.parley.rest.dixa.DixaChannel;
import dev.parley.rest.support.Json;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Events in Dixa's form. */
@Singleton
class DixaEvents implements EventRenderer {
  private final Json json;

  @Inject
  DixaEvents(Json json) {
    this.json = json;
  }

  @Override
  public byte[] render(Event event) {
    return json.write(EventPayload.from(event));
  }

  @Override
  public String word(Channel channel) {
    return DixaChannel.word(channel);
  }
}
