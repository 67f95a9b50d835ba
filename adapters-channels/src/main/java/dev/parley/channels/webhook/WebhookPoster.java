package dev.parley.channels.webhook;

import dev.parley.application.webhook.WebhookRules;
import dev.parley.application.webhook.WebhookSender;
import dev.parley.channels.support.OutboundException;
import dev.parley.channels.support.OutboundHttp;
import dev.parley.channels.support.OutboundHttp.Said;
import dev.parley.channels.support.OutboundLimits;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.shared.Text;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Posts events over HTTP, to nobody whom the operator does not let us reach. */
public final class WebhookPoster implements WebhookSender, WebhookRules {
  /** Quick, and without redirects: a receiver shall take the event and work on it later. */
  public static final OutboundLimits LIMITS =
      new OutboundLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15), 0);

  private static final int ANSWER_BYTES = 4 * 1024;
  private static final int ANSWER_CHARS = 1000;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private final OutboundHttp http;
  private final boolean plainToo;
  private final Executor blocking;

  /**
   * @param plainToo whether unencrypted http is fine: payloads and credentials go with it
   * @param blocking runs one post at a time per thread
   */
  public WebhookPoster(OutboundHttp http, boolean plainToo, Executor blocking) {
    this.http = http;
    this.plainToo = plainToo;
    this.blocking = blocking;
  }

  @Override
  public void check(String url) {
    if (!isSound(url)) {
      throw SharedError.invalid(
          "url", plainToo ? "must be an http or https URL" : "must be a public https URL");
    }
  }

  private boolean isSound(String url) {
    return (plainToo || url.regionMatches(true, 0, "https:", 0, "https:".length()))
        && http.mayReach(url);
  }

  @Override
  public Uni<Answer> post(Post post) {
    return Uni.createFrom().item(() -> send(post)).runSubscriptionOn(blocking);
  }

  private Answer send(Post post) {
    if (!isSound(post.to().url())) {
      return unanswered("not reachable");
    }
    try {
      Said said = http.post(post.to().url(), SignedHeaders.of(post), post.body(), ANSWER_BYTES);
      return new Answer(said.status(), text(said.body()), retryAfter(said.retryAfter(), post.at()));
    } catch (OutboundException e) {
      // Not more: the answer would help to map our network.
      return unanswered(
          e.reason() == OutboundException.Reason.SLOW ? "no answer in time" : "not reachable");
    }
  }

  private static Answer unanswered(String why) {
    return new Answer(0, why, null);
  }

  private static String text(byte[] body) {
    String text = Text.storable(new String(body, StandardCharsets.UTF_8));
    return text.substring(0, Math.min(text.length(), ANSWER_CHARS));
  }

  private static @Nullable Duration retryAfter(String header, Instant now) {
    if (SECONDS.matcher(header).matches()) {
      return Duration.ofSeconds(Long.parseLong(header));
    }
    try {
      Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
      return until.isAfter(now) ? Duration.between(now, until) : null;
    } catch (DateTimeException neitherForm) {
      return null;
    }
  }
}
