package dev.parley.domain.conversation;

import dev.parley.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/** The browser a contact wrote from; personal data. */
public record BrowserInfo(
    String name,
    @Nullable String version,
    @Nullable String ipAddress,
    @Nullable String originatingUrl) {
  public static final int WORD_MAX = 200;
  public static final int URL_MAX = 2000;

  public BrowserInfo {
    name = Text.required("browserInfo.name", name, WORD_MAX);
    version = limited("browserInfo.version", version, WORD_MAX);
    ipAddress = limited("browserInfo.ipAddress", ipAddress, WORD_MAX);
    originatingUrl = limited("browserInfo.originatingUrl", originatingUrl, URL_MAX);
  }

  private static @Nullable String limited(String path, @Nullable String value, int max) {
    return value == null ? null : Text.optional(path, value, max);
  }

  /** Keeps addresses and pages out of every log. */
  @Override
  public String toString() {
    return "BrowserInfo";
  }
}
