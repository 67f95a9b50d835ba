package dev.parley.application.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.SettableClock;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemoveOrphansTest {
  private static final OrganizationId HERE = new OrganizationId(1);
  private static final OrganizationId ELSEWHERE = new OrganizationId(2);
  private static final Set<String> KNOWN = Set.of("known/0", "known/1");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
  private final InMemoryBlobs blobs = new InMemoryBlobs(clock);

  /** Knows the same keys, but only in one organization. */
  private final BlobReferences references =
      (organization, keys) ->
          Uni.createFrom()
              .item(
                  keys.stream()
                      .filter(key -> !organization.equals(HERE) || !KNOWN.contains(key))
                      .toList());

  @Test
  void whatNobodySpeaksOfGoesAndTheRestStays() {
    KNOWN.forEach(key -> put(HERE, key));
    put(HERE, "lost/0");
    put(ELSEWHERE, "known/0");
    clock.pass(Duration.ofMinutes(61));

    assertThat(sweep()).isEqualTo(2);
    assertThat(blobs.keys(HERE)).isEqualTo(KNOWN);
    assertThat(blobs.keys(ELSEWHERE)).isEmpty();
    assertThat(sweep()).isZero();
  }

  @Test
  void whatIsYoungMayStillBeAboutToBeNamed() {
    put(HERE, "young/0");
    clock.pass(Duration.ofMinutes(59));

    assertThat(sweep()).isZero();
    assertThat(blobs.keys(HERE)).containsExactly("young/0");
  }

  @Test
  void moreThanOneBatchIsSwept() {
    for (int i = 0; i < 450; i++) {
      put(i % 2 == 0 ? HERE : ELSEWHERE, "lost/" + i);
    }
    clock.pass(Duration.ofDays(1));

    assertThat(sweep()).isEqualTo(450);
  }

  private int sweep() {
    return await(new RemoveOrphans(blobs, references, clock).once());
  }

  private void put(OrganizationId organization, String key) {
    blobs.put(organization, key, new byte[] {1}).await().indefinitely();
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(10));
  }
}
