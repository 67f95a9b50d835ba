package dev.parley.persistence.conversation;

import dev.parley.domain.conversation.BrowserInfo;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The browser a conversation was begun with, as its row keeps it. */
final class BrowserJson {
  private BrowserJson() {}

  static @Nullable JsonObject of(@Nullable BrowserInfo browser) {
    return browser == null
        ? null
        : new JsonObject()
            .put("name", browser.name())
            .put("version", browser.version())
            .put("ip", browser.ipAddress())
            .put("url", browser.originatingUrl());
  }

  static @Nullable BrowserInfo toDomain(@Nullable JsonObject json) {
    return json == null
        ? null
        : new BrowserInfo(
            json.getString("name"),
            json.getString("version"),
            json.getString("ip"),
            json.getString("url"));
  }
}
