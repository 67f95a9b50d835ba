package dev.parley.domain.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void anAgentSeenWithinFiveMinutesIsOnline() {
    assertThat(seen(NOON).isOnline(NOON)).isTrue();
    assertThat(seen(NOON.minusSeconds(300)).isOnline(NOON)).isTrue();
    assertThat(seen(NOON.minusSeconds(301)).isOnline(NOON)).isFalse();
    assertThat(seen(null).isOnline(NOON)).isFalse();
  }

  @Test
  void anOnlineAgentIsNotedOftenEnoughToStayOnline() {
    assertThat(Presence.SEEN_AGAIN).isLessThan(Presence.ONLINE);
  }

  @Test
  void everyChannelIsWorkedOnAsOneOfFour() {
    assertThat(
            Stream.of("email", "contact-form", "widget", "messenger", "sms", "telephony", "new")
                .map(WorkingChannel::of)
                .collect(Collectors.toList()))
        .containsExactly(
            WorkingChannel.EMAIL,
            WorkingChannel.EMAIL,
            WorkingChannel.INTERACTIVE_CHAT,
            WorkingChannel.MESSAGING,
            WorkingChannel.MESSAGING,
            WorkingChannel.SPEAK,
            WorkingChannel.MESSAGING);
  }

  private static Presence seen(@Nullable Instant at) {
    return new Presence(new AgentId(new UUID(0, 1)), true, at, Set.of());
  }
}
