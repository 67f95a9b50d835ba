package dev.parley.application.webhook;

import dev.parley.domain.webhook.Webhook;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Posts events to subscribers. */
@FunctionalInterface
public interface WebhookSender {
  /** Takes a bounded time, follows no redirect, and never fails: no answer is one too. */
  Uni<Answer> post(Post post);

  /**
   * An event on its way.
   *
   * @param event the same in every try
   * @param at when this try is made
   */
  record Post(Webhook to, UUID event, Instant at, byte[] body) {
    @Override
    public String toString() {
      return "Post[" + event + "]";
    }
  }

  /**
   * What came back.
   *
   * @param status 0 when nothing came back
   * @param text the beginning of the body, or a word for why there was no answer
   * @param retryAfter what the receiver asks for
   */
  record Answer(int status, String text, @Nullable Duration retryAfter) {
    private static final int GONE = 410;

    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** The receiver wants nothing any more. */
    public boolean isGone() {
      return status == GONE;
    }

    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }
}
