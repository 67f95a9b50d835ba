package dev.parley.rest.support;

import dev.parley.application.agent.ApiToken;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One published API: where it lives, how its clients prove who they are, how it words failures. */
public interface Dialect {
  /** The path it lives under, without a slash at the end. Of several that fit, the longest wins. */
  String prefix();

  /** Whether its operations are for holders of a token only. */
  default boolean asksForToken() {
    return true;
  }

  /**
   * The token as this dialect's clients send it; empty when there is none or none of ours.
   *
   * @param header a request header's first value by name, null when absent
   */
  Optional<ApiToken> token(Function<String, @Nullable String> header);

  /** Total: every failure has an answer. Never shows what the client sent. */
  Answer render(Failure failure);
}
