package dev.parley.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.channel.InMemoryArrivals.State;
import dev.parley.application.channel.InboundEvent;
import dev.parley.application.channel.InboundParser;
import dev.parley.application.channel.RawInbound;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.organization.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several pieces at once, in whatever order their steps come. */
class InboundLanesTest extends ReceivingTest {
  private final Map<UUID, Supplier<List<InboundEvent>>> understanding = new HashMap<>();
  private ShuffledTasks tasks = new ShuffledTasks(1);
  private InboundWork work = work();

  private InboundWork work() {
    return new InboundWork(
        stores.arrivals,
        stores.endpoints,
        List.of(new Parser()),
        receive,
        tasks,
        tasks.aside(),
        clock,
        BACKOFF,
        log,
        4);
  }

  private final class Parser implements InboundParser {
    @Override
    public Channel channel() {
      return Channel.EMAIL;
    }

    @Override
    public List<InboundEvent> parse(RawInbound raw, ContactEndpoint endpoint) {
      return understanding.getOrDefault(raw.id(), List::of).get();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatOneSenderWroteKeepsItsOrder(long seed) {
    tasks = new ShuffledTasks(seed);
    work = work();
    Map<String, List<RawInbound>> bySender = new HashMap<>();
    for (int mail = 0; mail < 6; mail++) {
      for (int sender = 0; sender < 40; sender++) {
        String address = "s" + sender + "@example.org";
        String id = "<" + mail + "." + address + ">";
        String before = "<" + (mail - 1) + "." + address + ">";
        bySender
            .computeIfAbsent(address, _ -> new ArrayList<>())
            .add(arriving(mailFrom(address, id).referringTo(before)));
      }
    }

    assertThat(rounds()).isEqualTo(240);

    for (List<RawInbound> mails : bySender.values()) {
      List<Message> messages =
          stores.data.messages().of(here()).stream()
              .filter(message -> message.conversation().equals(conversationOf(mails.getFirst())))
              .toList();
      assertThat(messages)
          .extracting(Message::id)
          .containsExactlyElementsOf(mails.stream().map(raw -> new MessageId(raw.id())).toList());
    }
    assertThat(work.isBusy()).isFalse();
  }

  @Test
  void whatFailsHoldsUpNeitherItsSenderNorOthers() {
    RawInbound bad = arriving(mailFrom(JANE, "<1@x>").with(file("a.txt", "one")));
    understanding.put(
        bad.id(),
        () -> {
          throw new IllegalStateException("a bug in a parser");
        });
    RawInbound next = arriving(mailFrom(JANE, "<2@x>"));
    RawInbound other = arriving(mailFrom(MALLORY, "<3@x>"));

    assertThat(rounds()).isEqualTo(3);

    assertThat(stateOf(bad)).isEqualTo(State.NEW);
    assertThat(stateOf(next)).isEqualTo(State.DONE);
    assertThat(stateOf(other)).isEqualTo(State.DONE);
    assertThat(log.failed()).extracting("piece").containsExactly(bad.id());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theSameMailTwiceInABatchIsOneMessage(long seed) {
    tasks = new ShuffledTasks(seed);
    work = work();
    RawInbound first = arriving(mailFrom("new@example.org", "<1@x>"));
    RawInbound second = arriving(mailFrom("new@example.org", "<1@x>"));

    rounds();

    assertThat(stores.data.messages().of(here())).containsExactly(messageOf(first));
    assertThat(stateOf(second)).isEqualTo(State.DONE);
    assertThat(log.done()).containsExactlyInAnyOrder("inbound applied", "inbound repeated");
  }

  @Test
  void aBatchHoldsMailsOfSeveralOrganizations() {
    ContactEndpointId theirMailbox = new ContactEndpointId(new UUID(1, 2));
    new InMemorySeeds(stores).add(elsewhere(), abroad().endpoint(theirMailbox, "help@example.net"));
    List<RawInbound> ours = new ArrayList<>();
    List<RawInbound> theirs = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ours.add(arriving(mailFrom(JANE, "<" + i + "@x>")));
      theirs.add(arriving(elsewhere(), theirMailbox, mailFrom(JANE, "<" + i + "@x>")));
    }

    assertThat(rounds()).isEqualTo(20);

    assertThat(messagesOf(here())).containsExactlyElementsOf(idsOf(ours));
    assertThat(messagesOf(elsewhere())).containsExactlyElementsOf(idsOf(theirs));
  }

  @Test
  void whoseLeaseRanOutBeforeItsTurnIsLeftToOthers() {
    RawInbound raw = arriving(mailFrom(JANE, "<1@x>"));
    understanding.put(
        raw.id(),
        () -> {
          clock.pass(Duration.ofMinutes(2));
          return List.of(mailFrom(JANE, "<1@x>").event());
        });

    assertThat(tasks.outcomeOf(work.once())).isEqualTo(1);

    assertThat(stateOf(raw)).isEqualTo(State.NEW);
    assertThat(log.done()).isEmpty();
    understanding.put(raw.id(), () -> List.of(mailFrom(JANE, "<1@x>").event()));
    rounds();
    assertThat(stateOf(raw)).isEqualTo(State.DONE);
  }

  @Test
  void theNextBatchBeginsWhileFewOfTheLastOneGoOn() {
    arriving(mailFrom(JANE, "<1@x>"));
    CompletableFuture<Integer> first = work.once().subscribeAsCompletionStage();
    tasks.runOne();
    assertThat(first).isCompletedWithValue(1);
    assertThat(work.isBusy()).isTrue();
    RawInbound second = arriving(mailFrom(MALLORY, "<2@x>"));

    assertThat(tasks.outcomeOf(work.once())).isEqualTo(1);

    assertThat(stateOf(second)).isEqualTo(State.DONE);
    assertThat(work.isBusy()).isFalse();
  }

  private RawInbound arriving(Mail mail) {
    return arriving(here(), scene().mailbox, mail);
  }

  private RawInbound arriving(OrganizationId organization, ContactEndpointId mailbox, Mail mail) {
    RawInbound raw =
        new RawInbound(
            ids.next(),
            organization,
            mailbox,
            Channel.EMAIL,
            "imap:" + understanding.size(),
            "mail".getBytes(StandardCharsets.UTF_8),
            clock.instant(),
            null);
    await(stores.arrivals.accept(raw));
    understanding.put(raw.id(), () -> List.of(mail.event()));
    return raw;
  }

  private State stateOf(RawInbound raw) {
    return stores.arrivals.find(here(), raw.id()).orElseThrow().state();
  }

  private List<UUID> messagesOf(OrganizationId organization) {
    return stores.data.messages().of(organization).stream().map(m -> m.id().value()).toList();
  }

  private static List<UUID> idsOf(List<RawInbound> raws) {
    return raws.stream().map(RawInbound::id).toList();
  }

  /**
   * @return how many pieces were taken until there were none
   */
  private int rounds() {
    int all = 0;
    int taken;
    do {
      taken = tasks.outcomeOf(work.once());
      all += taken;
    } while (taken > 0);
    return all;
  }
}
