package dev.parley.application.agent;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/** Which keys still open the door, for those who are inside for long. */
@FunctionalInterface
public interface KeysInForce {
  /** Those of the keys that are not revoked and whose agent is not disabled. */
  Uni<Set<String>> among(Collection<String> keyIds);
}
