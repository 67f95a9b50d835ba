package dev.parley.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.ActivityEntry.Activity;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Role;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.TestStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClaimRaceTest {
  private static final int AGENTS = 100;

  private final TestStore store = new TestStore(16);
  private final TestStore.Tenant here = store.here;
  private final PgUnitOfWork unitOfWork = new PgUnitOfWork(store.pool());
  private final PgConversations conversations = new PgConversations(UUID::randomUUID);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void of_a_hundred_agents_who_claim_at_once_without_force_one_wins_and_the_log_says_so_once() {
    long number =
        await(
            unitOfWork.inTransaction(
                here.id(), tx -> conversations.create(tx, here.newConversation())));

    List<String> outcomes =
        await(
            Multi.createFrom()
                .items(Stream.generate(() -> new AgentId(UUID.randomUUID())).limit(AGENTS))
                .onItem()
                .transformToUni(agent -> claim(number, agent))
                .merge(AGENTS)
                .collect()
                .asList());

    assertThat(outcomes).filteredOn("won"::equals).hasSize(1);
    assertThat(outcomes).filteredOn("already assigned"::equals).hasSize(AGENTS - 1);
    assertThat(
            await(
                new PgConversationQueries(unitOfWork)
                    .activity(
                        new Actor(here.id(), here.alice(), Permission.of(Set.of(Role.AGENT))),
                        number)))
        .filteredOn(entry -> entry.activity() instanceof Activity.Claimed)
        .hasSize(1);
  }

  private Uni<String> claim(long number, AgentId agent) {
    return unitOfWork
        .inTransaction(
            here.id(),
            tx ->
                conversations
                    .get(tx, number)
                    .chain(
                        found ->
                            conversations.save(
                                tx,
                                found.claim(
                                    agent, false, new Author.ByAgent(agent), TestStore.NOW))))
        .replaceWith("won")
        .onFailure(ClaimRaceTest::isAlreadyAssigned)
        .recoverWithItem("already assigned");
  }

  private static boolean isAlreadyAssigned(Throwable failure) {
    return failure instanceof DomainException e
        && e.error() instanceof ConversationError.AlreadyAssigned;
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(60));
  }
}
