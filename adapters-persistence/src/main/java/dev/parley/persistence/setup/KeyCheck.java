package dev.parley.persistence.setup;

import dev.parley.persistence.support.PgUnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/** Whether the installation's key is the one that this database's secrets were encrypted with. */
public final class KeyCheck {
  private final PgUnitOfWork unitOfWork;

  public KeyCheck(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /**
   * The first key that is asked about is remembered.
   *
   * @param derived from the key, for this purpose only; does not give the key away
   */
  public Uni<Boolean> isSameAsEver(byte[] derived) {
    return unitOfWork
        .acrossOrganizations(
            "insert into installation (key_check) values ($1) on conflict do nothing",
            Buffer.buffer(derived))
        .chain(() -> unitOfWork.acrossOrganizations("select key_check from installation"))
        .map(rows -> rows.iterator().next().getBuffer("key_check").getBytes())
        .map(known -> Arrays.equals(known, derived));
  }
}
