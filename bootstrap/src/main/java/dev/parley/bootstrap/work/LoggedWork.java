package dev.parley.bootstrap.work;

import dev.parley.application.shared.WorkLog;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Counts background work, and logs what went wrong by id: texts of failures may quote mails. */
@Singleton
final class LoggedWork implements WorkLog {
  private static final Logger LOG = Logger.getLogger("dev.parley.work");

  private final MeterRegistry metrics;

  LoggedWork(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  @Override
  public void done(String work, String outcome) {
    metrics.counter("parley.work", "work", work, "outcome", outcome).increment();
  }

  @Override
  public void failed(
      String work, OrganizationId organization, UUID piece, int attempts, Throwable why) {
    done(work, "failed");
    LOG.warnf(
        "%s %s of organization %d failed at try %d: %s",
        work, piece, organization.number(), attempts, kind(why));
  }

  @Override
  public void parked(String work, OrganizationId organization, UUID piece, String code) {
    done(work, "parked");
    LOG.errorf(
        "%s %s of organization %d is parked and needs a look: %s",
        work, piece, organization.number(), code);
  }

  /** Where it happened, but not what it said. */
  private static String kind(Throwable why) {
    if (why instanceof DomainException e) {
      return e.error().code();
    }
    StackTraceElement[] trace = why.getStackTrace();
    return why.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
