package dev.parley.rest.dixa.team;

import dev.parley.domain.team.Team;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A team. */
@RegisterForReflection
@Schema(
    name = "Team",
    examples =
        """
        {"id": "005e7108-c85c-41d1-a945-4a8dc58c4399", "name": "Night shift"}""")
record TeamPayload(UUID id, String name) {
  static TeamPayload from(Team team) {
    return new TeamPayload(team.id().value(), team.name());
  }
}
