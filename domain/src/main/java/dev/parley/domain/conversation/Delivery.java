package dev.parley.domain.conversation;

import dev.parley.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * What became of an outbound message.
 *
 * @param reason why it failed, in the provider's words; personal data, so gone after anonymization
 */
public record Delivery(Status status, @Nullable String reason) {
  public static final int REASON_MAX = 1000;
  public static final Delivery NOT_APPLICABLE = new Delivery(Status.NOT_APPLICABLE, null);
  public static final Delivery PENDING = new Delivery(Status.PENDING, null);
  public static final Delivery SENT = new Delivery(Status.SENT, null);

  /** Later stages outrank earlier ones, since receipts arrive in any order. */
  public enum Status {
    /** Inbound, or written by a system that delivered it itself. */
    NOT_APPLICABLE,
    PENDING,
    /** Handed over, but the answer was lost: it may or may not have arrived. */
    UNKNOWN,
    SENT,
    DELIVERED,
    READ,
    FAILED
  }

  public Delivery {
    if (reason != null) {
      reason = Text.storable(reason.substring(0, Math.min(reason.length(), REASON_MAX)));
    }
  }
}
