package dev.parley.rest.dixa.conversation;

import dev.parley.domain.conversation.BrowserInfo;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a contact sees us with. */
@RegisterForReflection
@Schema(
    name = "BrowserInfo",
    examples =
        """
        {"name": "Chrome", "version": "91.0.4472.114", "ipAddress": "127.0.0.1",
         "originatingUrl": "http://localhost:3000/"}""")
record BrowserPayload(
    String name,
    @Nullable String version,
    @Nullable String ipAddress,
    @Nullable String originatingUrl) {
  BrowserPayload {
    name = Required.text("browserInfo.name", name);
  }

  BrowserInfo toDomain() {
    return new BrowserInfo(name, version, ipAddress, originatingUrl);
  }

  static @Nullable BrowserPayload from(@Nullable BrowserInfo browser) {
    return browser == null
        ? null
        : new BrowserPayload(
            browser.name(), browser.version(), browser.ipAddress(), browser.originatingUrl());
  }

  @Override
  public String toString() {
    return "BrowserPayload";
  }
}
