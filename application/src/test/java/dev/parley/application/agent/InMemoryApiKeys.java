package dev.parley.application.agent;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** API keys of all organizations, and whom they stand for. */
public final class InMemoryApiKeys implements ApiKeys, Credentials, KeysInForce {
  private final Map<String, Row> rows = new ConcurrentHashMap<>();
  private final InMemoryAgents agents;

  public InMemoryApiKeys(InMemoryAgents agents) {
    this.agents = agents;
  }

  @Override
  public Uni<Void> add(OrganizationId organization, AgentId agent, ApiKey key, Instant now) {
    return attempt(
        () -> {
          requireAgent(organization, agent);
          if (rows.putIfAbsent(key.keyId(), new Row(organization, agent, key)) != null) {
            throw new DomainException(new AgentError.ApiKeyTaken());
          }
        });
  }

  @Override
  public Uni<Void> revoke(OrganizationId organization, AgentId agent, String keyId, Instant now) {
    return attempt(
        () -> {
          Row row = find(keyId);
          if (row == null || !row.belongsTo(organization, agent)) {
            throw new DomainException(new AgentError.ApiKeyNotFound());
          }
          rows.remove(keyId);
        });
  }

  @Override
  public Uni<Boolean> ensureForFoundingAdmin(OrganizationId organization, ApiKey key, Instant now) {
    return attempt(
        () -> {
          AgentId admin = foundingAdmin(organization);
          Row row = find(key.keyId());
          if (row != null && !row.belongsTo(organization, admin)) {
            throw new DomainException(new AgentError.ApiKeyTaken());
          }
          rows.put(key.keyId(), new Row(organization, admin, key));
          return row == null || !MessageDigest.isEqual(row.key.secretHash(), key.secretHash());
        });
  }

  @Override
  public Uni<Authentication> authenticate(ApiToken token) {
    return attempt(() -> answer(Optional.ofNullable(find(token.keyId())), token));
  }

  @Override
  public Uni<Set<String>> among(Collection<String> keyIds) {
    return attempt(
        () ->
            keyIds.stream()
                .filter(id -> isInForce(Optional.ofNullable(find(id))))
                .collect(Collectors.toSet()));
  }

  private boolean isInForce(Optional<Row> row) {
    return row.filter(known -> !requireAgent(known.organization, known.agent).disabled())
        .isPresent();
  }

  private Authentication answer(Optional<Row> found, ApiToken token) {
    if (found.isEmpty()
        || !MessageDigest.isEqual(found.get().key.secretHash(), token.secretHash())) {
      return new Authentication.Unknown();
    }
    Row row = found.get();
    Agent agent = requireAgent(row.organization, row.agent);
    return agent.disabled()
        ? new Authentication.Disabled()
        : new Authentication.Authenticated(
            new Actor(row.organization, row.agent, Permission.of(agent.roles())));
  }

  /** A key goes with its agent. */
  private @Nullable Row find(String keyId) {
    Row row = rows.get(keyId);
    return row == null || agents.find(row.organization, row.agent).isEmpty() ? null : row;
  }

  private Agent requireAgent(OrganizationId organization, AgentId agent) {
    return agents
        .find(organization, agent)
        .orElseThrow(() -> new DomainException(new AgentError.AgentNotFound(agent)));
  }

  private AgentId foundingAdmin(OrganizationId organization) {
    return agents.founder(organization).orElseThrow().id();
  }

  private record Row(OrganizationId organization, AgentId agent, ApiKey key) {
    boolean belongsTo(OrganizationId other, AgentId somebody) {
      return organization.equals(other) && agent.equals(somebody);
    }
  }
}
