package dev.parley.bootstrap.wiring;

import dev.parley.application.agent.ApiKeys;
import dev.parley.application.agent.TokenMint;
import dev.parley.application.organization.FirstStart;
import dev.parley.application.organization.OrganizationAdministration;
import dev.parley.application.organization.Organizations;
import dev.parley.application.shared.IdSource;
import dev.parley.persistence.organization.PgOrganizations;
import dev.parley.persistence.support.PgUnitOfWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

class OrganizationWiring {
  @Produces
  @Singleton
  Organizations organizations(PgUnitOfWork unitOfWork) {
    return new PgOrganizations(unitOfWork);
  }

  @Produces
  @Singleton
  OrganizationAdministration administration(
      Organizations organizations, TokenMint mint, IdSource ids, InstantSource clock) {
    return new OrganizationAdministration(organizations, mint, ids, clock);
  }

  @Produces
  @Singleton
  FirstStart firstStart(
      Organizations organizations,
      ApiKeys keys,
      TokenMint mint,
      IdSource ids,
      InstantSource clock) {
    return new FirstStart(organizations, keys, mint, ids, clock);
  }
}
