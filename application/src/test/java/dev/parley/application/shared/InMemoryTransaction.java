package dev.parley.application.shared;

import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;

/** A transaction in memory: like a server's, it is lost once one of its statements was refused. */
public final class InMemoryTransaction implements Transaction {
  private final OrganizationId organization;
  private volatile boolean aborted;

  InMemoryTransaction(OrganizationId organization) {
    this.organization = organization;
  }

  /** The refusal of a statement, as by a broken constraint; nothing can be committed after it. */
  public static DomainException refused(Transaction tx, DomainError error) {
    ((InMemoryTransaction) tx).aborted = true;
    return new DomainException(error);
  }

  @Override
  public OrganizationId organization() {
    return organization;
  }

  @Override
  public Transaction closing() {
    return this;
  }

  boolean isAborted() {
    return aborted;
  }
}
