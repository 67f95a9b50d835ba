package dev.parley.domain.team;

import dev.parley.domain.shared.Text;
import java.time.Instant;

/** A group of agents that nothing is assigned through. Names may repeat. */
public record Team(TeamId id, String name, Instant createdAt) {
  public static final int NAME_MAX = 200;

  public Team {
    name = Text.required("name", name, NAME_MAX);
  }
}
