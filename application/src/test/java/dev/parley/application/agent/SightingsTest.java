package dev.parley.application.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.SettableClock;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Presence;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.team.TeamId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SightingsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Actor BO = actor(1, 1);

  private final SettableClock clock = new SettableClock(NOON);
  private final Written written = new Written();
  private final Sightings sightings = new Sightings(written, clock);

  @Test
  void theFirstRequestIsNotedAtOnce() {
    note(BO);

    assertThat(written.moments).containsExactly(NOON);
  }

  @Test
  void aBusyAgentIsNotedOnceAMinute() {
    for (int second = 0; second < 180; second++) {
      note(BO);
      clock.pass(Duration.ofSeconds(1));
    }

    assertThat(written.moments).containsExactly(NOON, NOON.plusSeconds(60), NOON.plusSeconds(120));
  }

  @Test
  void agentsOfTheSameIdInTwoOrganizationsAreTwo() {
    note(BO);
    note(actor(2, 1));
    note(actor(1, 2));

    assertThat(written.moments).hasSize(3);
  }

  @Test
  void whatCouldNotBeWrittenIsWrittenNextTime() {
    written.broken = true;
    assertThatThrownBy(() -> note(BO)).isInstanceOf(IllegalStateException.class);
    written.broken = false;

    note(BO);

    assertThat(written.moments).containsExactly(NOON);
  }

  @Test
  void memoryIsBounded() {
    note(BO);
    for (int i = 0; i < Sightings.AGENTS; i++) {
      note(actor(2, i));
    }

    note(BO);

    assertThat(written.moments).hasSize(Sightings.AGENTS + 2);
  }

  private void note(Actor actor) {
    sightings.note(actor).await().indefinitely();
  }

  private static Actor actor(long organization, long agent) {
    return Actors.agent(new OrganizationId(organization), new AgentId(new UUID(0, agent)));
  }

  /** Nothing but sightings is asked of it. */
  private static final class Written implements Presences {
    private final List<Instant> moments = new ArrayList<>();
    private boolean broken;

    @Override
    public Uni<Void> seen(OrganizationId organization, AgentId agent, Instant at) {
      if (broken) {
        return Uni.createFrom().failure(new IllegalStateException("broken"));
      }
      moments.add(at);
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<Presence>> all(OrganizationId organization) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Presence> of(OrganizationId organization, AgentId agent) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Page<Presence>> ofTeam(
        OrganizationId organization, TeamId team, Optional<Cursor> after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Void> work(
        OrganizationId organization, AgentId agent, WorkingChannel channel, boolean working) {
      throw new UnsupportedOperationException();
    }
  }
}
