package dev.parley.application.shared;

import dev.parley.domain.organization.OrganizationId;
import java.util.UUID;

/** Where background work says what became of its pieces. Ids only: no personal data. */
public interface WorkLog {
  /** A piece was finished. */
  void done(String work, String outcome);

  /**
   * A piece failed and will be tried again.
   *
   * @param attempts how often it was tried so far
   */
  void failed(String work, OrganizationId organization, UUID piece, int attempts, Throwable why);

  /** A piece was given up; a human has to look at it. */
  void parked(String work, OrganizationId organization, UUID piece, String code);
}
