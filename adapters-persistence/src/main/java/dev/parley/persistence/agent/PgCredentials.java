package dev.parley.persistence.agent;

import dev.parley.application.agent.ApiToken;
import dev.parley.application.agent.Credentials;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Role;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Recent;
import dev.parley.persistence.support.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Whom a token stands for, from memory for keys that were used within the last second. */
public final class PgCredentials implements Credentials {
  private final Recent<String, Known> recent;

  /**
   * @param nanoClock a clock that never goes back
   */
  public PgCredentials(PgUnitOfWork unitOfWork, LongSupplier nanoClock) {
    this.recent = new Recent<>(nanoClock, keyId -> lookUp(unitOfWork, keyId));
  }

  @Override
  public Uni<Authentication> authenticate(ApiToken token) {
    byte[] hash = token.secretHash();
    return recent.get(token.keyId()).map(known -> answer(known, hash));
  }

  private static Authentication answer(Optional<Known> known, byte[] hash) {
    return known
        .filter(key -> MessageDigest.isEqual(key.secretHash(), hash))
        .map(Known::authentication)
        .orElseGet(Authentication.Unknown::new);
  }

  private static Uni<Optional<Known>> lookUp(PgUnitOfWork unitOfWork, String keyId) {
    return unitOfWork
        .acrossOrganizations(
            """
            select org_id, agent_id, secret_hash, roles, disabled
              from api_key_of($1) where revoked_at is null
            """,
            keyId)
        .map(rows -> Rows.first(rows, Known::of));
  }

  private record Known(byte[] secretHash, Authentication authentication) {
    static Known of(Row row) {
      Actor actor =
          new Actor(
              new OrganizationId(row.getLong("org_id")),
              new AgentId(row.getUUID("agent_id")),
              Permission.of(
                  Stream.of(row.getArrayOfStrings("roles"))
                      .map(code -> Code.parse(Role.class, code))
                      .toList()));
      return new Known(
          row.getBuffer("secret_hash").getBytes(),
          row.getBoolean("disabled")
              ? new Authentication.Disabled()
              : new Authentication.Authenticated(actor));
    }
  }
}
