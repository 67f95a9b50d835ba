package dev.parley.bootstrap.wiring;

import dev.parley.application.agent.AgentAdministration;
import dev.parley.application.agent.AgentDirectory;
import dev.parley.application.agent.Agents;
import dev.parley.application.agent.ApiKeys;
import dev.parley.application.agent.Credentials;
import dev.parley.application.agent.HandBackWork;
import dev.parley.application.agent.PresenceAdministration;
import dev.parley.application.agent.Presences;
import dev.parley.application.agent.Sightings;
import dev.parley.application.agent.TokenMint;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Wakeups;
import dev.parley.persistence.agent.PanacheAgentDirectory;
import dev.parley.persistence.agent.PgAgents;
import dev.parley.persistence.agent.PgApiKeys;
import dev.parley.persistence.agent.PgCredentials;
import dev.parley.persistence.agent.PgPresences;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.RowTransactions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

class AgentWiring {
  @Produces
  @Singleton
  Agents agents() {
    return new PgAgents();
  }

  @Produces
  @Singleton
  AgentDirectory directory(RowTransactions transactions, PgUnitOfWork unitOfWork) {
    return new PanacheAgentDirectory(transactions, unitOfWork);
  }

  @Produces
  @Singleton
  ApiKeys keys(PgUnitOfWork unitOfWork) {
    return new PgApiKeys(unitOfWork);
  }

  @Produces
  @Singleton
  Credentials credentials(PgUnitOfWork unitOfWork) {
    return new PgCredentials(unitOfWork, System::nanoTime);
  }

  @Produces
  @Singleton
  TokenMint mint() {
    return new TokenMint(new SecureRandom());
  }

  @Produces
  @Singleton
  AgentAdministration administration(
      AgentDirectory agents,
      ApiKeys keys,
      HandBackWork work,
      TokenMint mint,
      IdSource ids,
      InstantSource clock) {
    return new AgentAdministration(agents, keys, work, mint, ids, clock);
  }

  @Produces
  @Singleton
  Presences presences(PgUnitOfWork unitOfWork) {
    return new PgPresences(unitOfWork);
  }

  @Produces
  @Singleton
  PresenceAdministration presence(Presences presences, Wakeups wakeups) {
    return new PresenceAdministration(presences, wakeups);
  }

  @Produces
  @Singleton
  Sightings sightings(Presences presences, InstantSource clock) {
    return new Sightings(presences, clock);
  }
}
