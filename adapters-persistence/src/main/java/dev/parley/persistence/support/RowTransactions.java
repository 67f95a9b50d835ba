package dev.parley.persistence.support;

import static java.util.Objects.requireNonNull;

import dev.parley.domain.organization.OrganizationId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Transactions of the aggregates that Hibernate keeps: agents, queues, tags and other
 * configuration, rarely written. They share nothing with {@link PgUnitOfWork}: another connection,
 * another transaction.
 */
public final class RowTransactions {
  private final Vertx vertx;

  public RowTransactions(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Runs the work in a session of its own, whose rows the server limits to one organization. The
   * result is emitted where the caller was, after the commit; a statement the server refused is
   * reported as its own exception, see {@link PgFailures}. May be called from any thread.
   */
  public <T> Uni<T> inTransaction(OrganizationId organization, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context caller = Vertx.currentContext();
              Uni<T> result = onFreshContext(() -> begun(organization, work));
              return caller == null ? result : result.emitOn(task -> resume(caller, task));
            })
        .onFailure()
        .transform(PgFailures::translateWrapped);
  }

  private static <T> Uni<T> begun(OrganizationId organization, Supplier<Uni<T>> work) {
    return Panache.withTransaction(
        () -> Panache.getSession().chain(session -> limit(session, organization)).chain(work::get));
  }

  private static Uni<String> limit(Mutiny.Session session, OrganizationId organization) {
    return session
        .createNativeQuery("select set_config('app.org', :organization, true)", String.class)
        .setParameter("organization", Long.toString(organization.number()))
        .getSingleResult();
  }

  /** A session belongs to one context, so each gets one that nobody else can be on. */
  private <T> Uni<T> onFreshContext(Supplier<Uni<T>> work) {
    Context fresh =
        requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
    VertxContextSafetyToggle.setContextSafe(fresh, true);
    return Uni.createFrom()
        .emitter(
            emitter ->
                fresh.runOnContext(
                    _ ->
                        Uni.createFrom()
                            .deferred(() -> work.get())
                            .subscribe()
                            .with(emitter::complete, emitter::fail)));
  }

  private static void resume(Context caller, Runnable task) {
    caller.runOnContext(_ -> task.run());
  }
}
