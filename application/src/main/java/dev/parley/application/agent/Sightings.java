package dev.parley.application.agent;

import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Presence;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Notes who makes requests: the first of an agent at once, then at most one in {@link
 * Presence#SEEN_AGAIN}, on each instance. So a busy agent costs a write a minute.
 */
public final class Sightings {
  /** Agents remembered as noted; forgetting one costs a write too many. */
  static final int AGENTS = 10_000;

  private final Presences presences;
  private final InstantSource clock;
  private final Map<Who, Instant> noted = new OldestForgotten();

  public Sightings(Presences presences, InstantSource clock) {
    this.presences = presences;
    this.clock = clock;
  }

  /** Whoever asks for presences after this has been emitted sees that the agent is there. */
  public Uni<Void> note(Actor actor) {
    Who who = new Who(actor.organization(), actor.agent());
    Instant now = clock.instant();
    return isDue(who, now)
        ? presences.seen(who.organization(), who.agent(), now).onFailure().invoke(() -> forget(who))
        : Uni.createFrom().voidItem();
  }

  /** Of several requests at once only one finds that it is. */
  private synchronized boolean isDue(Who who, Instant now) {
    Instant last = noted.get(who);
    if (last != null && now.isBefore(last.plus(Presence.SEEN_AGAIN))) {
      return false;
    }
    noted.remove(who);
    noted.put(who, now);
    return true;
  }

  private synchronized void forget(Who who) {
    noted.remove(who);
  }

  private record Who(OrganizationId organization, AgentId agent) {}

  private static final class OldestForgotten extends LinkedHashMap<Who, Instant> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Who, Instant> eldest) {
      return size() > AGENTS;
    }
  }
}
