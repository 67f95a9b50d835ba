package dev.parley.application.shared;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import java.util.Set;

/** On whose behalf a command runs: the agent a token stands for, in its organization. */
public record Actor(OrganizationId organization, AgentId agent, Set<Permission> permissions) {
  public Actor {
    permissions = Set.copyOf(permissions);
  }

  /**
   * @throws DomainException {@link SharedError.PermissionMissing}
   */
  public void require(Permission permission) {
    if (!permissions.contains(permission)) {
      throw new DomainException(new SharedError.PermissionMissing(permission.name()));
    }
  }

  public Author author() {
    return new Author.ByAgent(agent);
  }
}
