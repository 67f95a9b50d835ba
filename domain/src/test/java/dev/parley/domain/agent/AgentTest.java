package dev.parley.domain.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.shared.DomainException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgentTest {
  @Test
  void whoHasNoRoleIsAnAgent() {
    assertThat(agent("Alice", Set.of()).roles()).containsExactly(Role.AGENT);
    assertThat(agent("Alice", Set.of(Role.ADMIN)).roles()).containsExactly(Role.ADMIN);
  }

  @Test
  void anAgentHasAName() {
    assertThatThrownBy(() -> agent("", Set.of())).isInstanceOf(DomainException.class);
  }

  private static Agent agent(String name, Set<Role> roles) {
    return new Agent(
        new AgentId(new UUID(0, 1)),
        1,
        name,
        new EmailAddress("alice@example.org"),
        null,
        roles,
        Availability.WORKING,
        false,
        Instant.EPOCH);
  }
}
