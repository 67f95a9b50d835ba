package dev.parley.persistence.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.agent.ApiToken;
import dev.parley.application.agent.Credentials.Authentication;
import dev.parley.application.agent.TokenMint;
import dev.parley.application.organization.FirstStart;
import dev.parley.application.organization.FirstStart.Continued;
import dev.parley.application.organization.FirstStart.Founded;
import dev.parley.application.organization.FirstStart.Outcome;
import dev.parley.application.organization.OrganizationAdministration;
import dev.parley.application.organization.OrganizationAdministration.Established;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.QueueId;
import dev.parley.persistence.agent.PanacheAgentDirectory;
import dev.parley.persistence.agent.PgApiKeys;
import dev.parley.persistence.agent.PgCredentials;
import dev.parley.persistence.embedded.TestDatabase;
import dev.parley.persistence.queue.PgQueues;
import dev.parley.persistence.setup.DatabaseUrl;
import dev.parley.persistence.support.DatabaseResource;
import dev.parley.persistence.support.PgStoreTest;
import dev.parley.persistence.support.PgUnitOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PgOrganizationsTest extends PgStoreTest {
  private final TokenMint mint = new TokenMint(new SecureRandom());

  @Test
  void anEstablishedOrganizationHasAnAdminADefaultQueueAndAToken() {
    OrganizationAdministration administration =
        new OrganizationAdministration(
            new PgOrganizations(pgUnitOfWork()), mint, UUID::randomUUID, InstantSource.fixed(NOW));

    Established made =
        await(administration.establish("Acme", new EmailAddress("Ann@acme.example"), "Ann"));

    OrganizationId acme = made.organization().id();
    Agent admin =
        await(new PanacheAgentDirectory(rowTransactions(), pgUnitOfWork()).get(acme, made.admin()));
    assertThat(admin.number()).isEqualTo(1);
    assertThat(admin.email()).isEqualTo(new EmailAddress("Ann@acme.example"));
    QueueId queue =
        await(pgUnitOfWork().inTransaction(acme, tx -> new PgQueues().defaultQueue(tx)));
    assertThat(queue).isNotNull();
    assertThat(
            await(new PgCredentials(pgUnitOfWork(), System::nanoTime).authenticate(made.token())))
        .isInstanceOfSatisfying(
            Authentication.Authenticated.class,
            known -> assertThat(known.actor().organization()).isEqualTo(acme));
    assertThat(await(administration.all())).contains(made.organization());
  }

  @Test
  void ofManyInstancesThatStartAtOnceOneFoundsOrganizationOne() {
    try (TestDatabase database = TestDatabase.create()) {
      Pool own = poolOf(database.service());
      try {
        PgUnitOfWork empty = new PgUnitOfWork(own);
        List<CompletableFuture<Outcome>> starts =
            IntStream.range(0, 8)
                .mapToObj(
                    _ ->
                        firstStart(empty)
                            .run(Optional.empty(), new NoSafe())
                            .subscribeAsCompletionStage())
                .toList();
        List<Outcome> outcomes = starts.stream().map(CompletableFuture::join).toList();

        assertThat(outcomes).filteredOn(Founded.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(new Continued(false)::equals).hasSize(7);
        assertThat(await(new PgOrganizations(empty).all()))
            .extracting(organization -> organization.id().number())
            .containsExactly(1L);
      } finally {
        own.close().toCompletionStage().toCompletableFuture().join();
      }
    }
  }

  @Test
  void instancesThatStartAtOnceWithAConfiguredTokenAllGoOnWithIt() {
    try (TestDatabase database = TestDatabase.create()) {
      Pool own = poolOf(database.service());
      try {
        PgUnitOfWork empty = new PgUnitOfWork(own);
        ApiToken configured = mint.token();
        List<CompletableFuture<Outcome>> starts =
            IntStream.range(0, 4)
                .mapToObj(
                    _ ->
                        firstStart(empty)
                            .run(Optional.of(configured), new NoSafe())
                            .subscribeAsCompletionStage())
                .toList();

        assertThat(starts.stream().map(CompletableFuture::join))
            .containsOnlyOnce(new Founded(configured, false))
            .hasSize(4);
        assertThat(await(new PgCredentials(empty, System::nanoTime).authenticate(configured)))
            .isInstanceOf(Authentication.Authenticated.class);
      } finally {
        own.close().toCompletionStage().toCompletableFuture().join();
      }
    }
  }

  private FirstStart firstStart(PgUnitOfWork unitOfWork) {
    return new FirstStart(
        new PgOrganizations(unitOfWork),
        new PgApiKeys(unitOfWork),
        mint,
        UUID::randomUUID,
        InstantSource.fixed(NOW));
  }

  private static Pool poolOf(DatabaseUrl url) {
    return PgBuilder.pool()
        .connectingTo(
            PgConnectOptions.fromUri(url.reactiveUrl())
                .setUser(url.user())
                .setPassword(url.password()))
        .build();
  }

  private static final class NoSafe implements FirstStart.TokenSafe {
    @Override
    public ApiToken keep(ApiToken fresh) {
      return fresh;
    }

    @Override
    public void discard() {}
  }
}
