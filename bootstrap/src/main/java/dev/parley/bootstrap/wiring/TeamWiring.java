package dev.parley.bootstrap.wiring;

import dev.parley.application.shared.IdSource;
import dev.parley.application.team.TeamAdministration;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.team.PgTeams;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

class TeamWiring {
  @Produces
  @Singleton
  TeamAdministration administration(PgUnitOfWork unitOfWork, IdSource ids, InstantSource clock) {
    return new TeamAdministration(new PgTeams(unitOfWork), ids, clock);
  }
}
