package dev.parley.persistence.agent;

import dev.parley.application.agent.KeysInForce;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/** Asks the database, for many keys at once. */
public final class PgKeysInForce implements KeysInForce {
  private final PgUnitOfWork unitOfWork;

  public PgKeysInForce(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Set<String>> among(Collection<String> keyIds) {
    return unitOfWork
        .acrossOrganizations(
            "select key_id from api_keys_in_force($1)", (Object) keyIds.toArray(String[]::new))
        .map(rows -> Set.copyOf(Rows.list(rows, row -> row.getString("key_id"))));
  }
}
