package dev.parley.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.event.EventFeed.Entry;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import dev.parley.persistence.conversation.PgConversations;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.TestStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Positions are given in the order of commits, whatever was begun first and however many do it. */
class FeedOrderTest {
  private static final int CONVERSATIONS = 20;
  private static final int MESSAGES = 15;

  private final TestStore store = new TestStore(16);
  private final TestStore.Tenant here = store.here;
  private final AtomicInteger announced = new AtomicInteger();
  private final PgUnitOfWork unitOfWork =
      new PgUnitOfWork(store.pool(), announced::incrementAndGet);
  private final PgConversations conversations = new PgConversations(UUID::randomUUID);
  private final PgEventFeed feed = new PgEventFeed(unitOfWork);
  private final PgEventPositions positions = new PgEventPositions(unitOfWork);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void what_was_begun_first_and_committed_later_comes_later() {
    Decision<Conversation, ConversationEvent> quick = here.newConversation();
    CompletableFuture<Boolean> written = new CompletableFuture<>();
    CompletableFuture<Boolean> mayCommit = new CompletableFuture<>();
    long number = await(create(here.newConversation()));
    await(create(quick));
    CompletableFuture<Void> slowly =
        unitOfWork
            .inTransaction(
                here.id(),
                tx ->
                    conversations
                        .get(tx, number)
                        .chain(
                            found ->
                                conversations.save(
                                    tx, found.close(new Author.BySystem(), TestStore.NOW)))
                        .invoke(() -> written.complete(true))
                        .call(() -> Uni.createFrom().completionStage(mayCommit)))
            .subscribeAsCompletionStage();
    written.join();
    Decision<Conversation, ConversationEvent> later =
        quick.state().close(new Author.BySystem(), TestStore.NOW);
    await(unitOfWork.inTransaction(here.id(), tx -> conversations.save(tx, later)));

    assertThat(await(positions.assign(100))).isEqualTo(8);
    List<Entry> early = after(0, 100);
    assertThat(announced).hasValue(3);
    mayCommit.complete(true);
    slowly.join();
    assertThat(announced).hasValue(4);
    assertThat(await(positions.assign(100))).isEqualTo(2);

    assertThat(early).hasSize(8);
    assertThat(after(early.getLast().position(), 100))
        .hasSize(2)
        .extracting(Entry::position)
        .containsExactly(9L, 10L);
  }

  @Test
  void a_reader_misses_nothing_and_sees_nothing_twice_while_many_write() {
    CompletableFuture<?> writers =
        Multi.createFrom()
            .range(0, CONVERSATIONS)
            .onItem()
            .transformToUni(_ -> converse())
            .merge(CONVERSATIONS)
            .collect()
            .last()
            .subscribeAsCompletionStage();
    CompletableFuture<?> relay = relaying(writers);
    CompletableFuture<?> another = relaying(writers);
    List<Entry> read = new ArrayList<>();
    while (!relay.isDone() || !another.isDone() || !after(last(read), 1).isEmpty()) {
      read.addAll(after(last(read), 7));
    }
    CompletableFuture.allOf(writers, relay, another).join();

    int each = 3 + MESSAGES;
    assertThat(read)
        .extracting(Entry::position)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, (long) CONVERSATIONS * each).boxed().toList());
    assertThat(read).extracting(Entry::id).doesNotHaveDuplicates();
    Map<ConversationId, List<UUID>> byConversation =
        read.stream()
            .collect(
                Collectors.groupingBy(
                    Entry::conversation, Collectors.mapping(Entry::id, Collectors.toList())));
    byConversation.forEach(
        (conversation, ids) -> assertThat(ids).isEqualTo(activityOf(conversation)));
  }

  private CompletableFuture<?> relaying(CompletableFuture<?> writers) {
    return CompletableFuture.runAsync(
        () -> {
          boolean last;
          do {
            last = writers.isDone();
            await(positions.assign(5));
          } while (!last || await(positions.assign(5)) > 0);
        },
        relay -> Thread.ofPlatform().daemon().name("relay").start(relay));
  }

  private Uni<Void> converse() {
    return create(here.newConversation())
        .chain(
            number ->
                Multi.createFrom()
                    .range(0, MESSAGES)
                    .onItem()
                    .transformToUniAndConcatenate(_ -> write(number))
                    .collect()
                    .last());
  }

  private Uni<Void> write(long number) {
    return unitOfWork.inTransaction(
        here.id(),
        tx ->
            conversations
                .get(tx, number)
                .chain(
                    found ->
                        conversations.save(
                            tx,
                            found.add(
                                here.message(
                                    found.id(),
                                    Direction.INBOUND,
                                    new Author.ByContact(here.carol())),
                                false,
                                here.queue()))));
  }

  private Uni<Long> create(Decision<Conversation, ConversationEvent> decision) {
    return unitOfWork.inTransaction(here.id(), tx -> conversations.create(tx, decision));
  }

  private List<Entry> after(long position, int most) {
    return await(unitOfWork.inTransaction(here.id(), tx -> feed.after(tx, position, most)));
  }

  private static long last(List<Entry> read) {
    return read.isEmpty() ? 0 : read.getLast().position();
  }

  private List<UUID> activityOf(ConversationId conversation) {
    return store
        .askSuperuser(
            "select id from activity where conversation_id = '%s' order by sequence"
                .formatted(conversation.value()))
        .stream()
        .map(UUID::fromString)
        .toList();
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
