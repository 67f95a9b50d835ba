package dev.parley.domain.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueueTest {
  @Test
  void aQueueHasAName() {
    assertThat(refusalOf(" ", 0, null)).isEqualTo("name");
  }

  @Test
  void aCapIsNotNegative() {
    assertThat(refusalOf("Support", -1, null)).isEqualTo("agentCap");
    assertThat(queue("Support", 0, null).agentCap()).isZero();
  }

  @Test
  void anOfferLastsForSomeTime() {
    assertThat(refusalOf("Support", 0, Duration.ZERO)).isEqualTo("offerTimeout");
    assertThat(refusalOf("Support", 0, Duration.ofSeconds(-1))).isEqualTo("offerTimeout");
    assertThat(queue("Support", 0, Duration.ofSeconds(1)).offerTimeout()).isPositive();
  }

  private static String refusalOf(String name, int cap, @Nullable Duration timeout) {
    DomainException refusal =
        catchThrowableOfType(DomainException.class, () -> queue(name, cap, timeout));
    return ((SharedError.InvalidField) refusal.error()).path();
  }

  private static Queue queue(String name, int cap, @Nullable Duration timeout) {
    return new Queue(
        new QueueId(new UUID(0, 1)),
        1,
        name,
        true,
        AssignmentPolicy.MANUAL,
        cap,
        timeout,
        null,
        Instant.EPOCH);
  }
}
