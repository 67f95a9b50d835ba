package dev.parley.application.shared;

import dev.parley.domain.organization.OrganizationId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what background work said. */
public final class RecordingWorkLog implements WorkLog {
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final List<Failed> failed = new CopyOnWriteArrayList<>();
  private final List<Parked> parked = new CopyOnWriteArrayList<>();

  /** A piece that will be tried again. */
  public record Failed(String work, OrganizationId organization, UUID piece, int attempts) {}

  /** A piece that was given up. */
  public record Parked(String work, OrganizationId organization, UUID piece, String code) {}

  @Override
  public void done(String work, String outcome) {
    done.add(work + " " + outcome);
  }

  @Override
  public void failed(
      String work, OrganizationId organization, UUID piece, int attempts, Throwable why) {
    failed.add(new Failed(work, organization, piece, attempts));
  }

  @Override
  public void parked(String work, OrganizationId organization, UUID piece, String code) {
    parked.add(new Parked(work, organization, piece, code));
  }

  /** Work and outcome, such as {@code inbound applied}. */
  public List<String> done() {
    return List.copyOf(done);
  }

  public List<Failed> failed() {
    return List.copyOf(failed);
  }

  public List<Parked> parked() {
    return List.copyOf(parked);
  }
}
