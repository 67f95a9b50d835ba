package dev.parley.domain.agent;

import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.shared.Text;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers, human or bot.
 *
 * @param number from the sequence that contacts and agents share in an organization; 0 until stored
 * @param disabled tokens of a disabled agent are refused and policies skip it
 */
public record Agent(
    AgentId id,
    long number,
    String displayName,
    EmailAddress email,
    @Nullable String phoneNumber,
    Set<Role> roles,
    Availability availability,
    boolean disabled,
    Instant createdAt) {
  public static final int NAME_MAX = 200;

  public Agent {
    displayName = Text.required("displayName", displayName, NAME_MAX);
    roles = roles.isEmpty() ? Set.of(Role.AGENT) : Set.copyOf(roles);
  }
}
