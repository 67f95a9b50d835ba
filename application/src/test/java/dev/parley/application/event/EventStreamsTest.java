package dev.parley.application.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.HandlerTest;
import dev.parley.application.event.EventStreams.Stream;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EventStreamsTest extends HandlerTest {
  private final Set<String> inForce = new HashSet<>(List.of("one", "two"));
  private final EventStreams streams =
      new EventStreams(stores.events, _ -> Uni.createFrom().item(() -> Set.copyOf(inForce)), clock);

  @Test
  void whoFollowsIsToldWhenTheFeedGoesOn() {
    Stream stream = streams.open(here(), "one", 0);
    CompletableFuture<Boolean> goesOn = stream.beyond(0).subscribeAsCompletionStage();
    round();
    assertThat(goesOn).isNotDone();

    aConversation();
    await(stores.events.assign(100));
    round();

    assertThat(goesOn).isCompletedWithValue(true);
    assertThat(stream.beyond(2).subscribeAsCompletionStage()).isCompletedWithValue(true);
    assertThat(stream.beyond(3).subscribeAsCompletionStage()).isNotDone();
  }

  @Test
  void whatHappensElsewhereIsNobodysBusinessHere() {
    Stream stream = streams.open(here(), "one", 0);
    CompletableFuture<Boolean> goesOn = stream.beyond(0).subscribeAsCompletionStage();
    create(abroad(), abroad().aNewConversation());
    await(stores.events.assign(100));

    round();

    assertThat(goesOn).isNotDone();
  }

  @Test
  void aStreamEndsWithItsKey() {
    CompletableFuture<Boolean> one =
        streams.open(here(), "one", 0).beyond(0).subscribeAsCompletionStage();
    CompletableFuture<Boolean> two =
        streams.open(here(), "two", 0).beyond(0).subscribeAsCompletionStage();
    round();

    inForce.remove("one");
    round();
    assertThat(one).isNotDone();
    clock.pass(Duration.ofMillis(500));
    round();

    assertThat(one).isCompletedWithValue(false);
    assertThat(two).isNotDone();
  }

  @Test
  void allStreamsEndWithTheProcess() {
    CompletableFuture<Boolean> before =
        streams.open(here(), "one", 0).beyond(0).subscribeAsCompletionStage();

    streams.end();

    assertThat(before).isCompletedWithValue(false);
    assertThat(streams.open(here(), "one", 5).beyond(0).subscribeAsCompletionStage())
        .isCompletedWithValue(false);
  }

  @Test
  void whoIsGoneIsNotLookedAfter() {
    Stream stream = streams.open(here(), "one", 0);
    assertThat(streams.size()).isEqualTo(1);

    stream.close();

    assertThat(streams.size()).isZero();
  }

  private void round() {
    await(streams.once());
  }
}
