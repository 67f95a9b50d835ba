package dev.parley.channels.email.imap;

import static dev.parley.channels.email.Fixtures.NOW;
import static dev.parley.channels.email.Fixtures.network;
import static org.awaitility.Awaitility.await;

import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.channel.InMemoryContactEndpoints;
import dev.parley.application.channel.InMemoryInbox;
import dev.parley.application.channel.InMemoryMailboxCursors;
import dev.parley.application.channel.InboundLoad;
import dev.parley.application.channel.Inbox;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.queue.InMemoryQueues;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.channels.email.MailNetwork;
import dev.parley.channels.email.MailNetwork.Timeouts;
import dev.parley.channels.support.AccountStates;
import dev.parley.channels.support.AccountStates.Direction;
import dev.parley.channels.support.AccountStates.Level;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

/** Pollers with everything around them in memory, and endpoints they read. */
abstract class PollersScene {
  static final OrganizationId ORGANIZATION = new OrganizationId(1);
  static final Duration SOON = Duration.ofSeconds(20);

  final InMemoryInbox inbox = new InMemoryInbox();
  final AccountStates states = new AccountStates(() -> NOW);
  final InMemoryNumbers numbers = new InMemoryNumbers();
  final InMemoryContactEndpoints endpoints =
      new InMemoryContactEndpoints(
          numbers,
          new InMemoryQueues(numbers, new InMemoryAgents(numbers, new InMemoryContacts(numbers))));
  final AtomicInteger ids = new AtomicInteger();
  ImapPollers pollers = pollers(Duration.ofSeconds(60));

  @AfterEach
  final void closePollers() {
    pollers.close();
  }

  ImapPollers pollers(Duration pollEvery) {
    return pollers(pollEvery, network(Timeouts.DEFAULTS));
  }

  ImapPollers pollers(Duration pollEvery, MailNetwork network) {
    return pollers(pollEvery, network, inbox);
  }

  ImapPollers pollersInto(Inbox into) {
    return pollers(Duration.ofSeconds(60), network(Timeouts.DEFAULTS), into);
  }

  private ImapPollers pollers(Duration pollEvery, MailNetwork network, Inbox into) {
    return new ImapPollers(
        endpoints,
        new ReaderPorts(
            into,
            inbox,
            new InMemoryMailboxCursors(),
            InboundLoad.NEVER_TOO_HIGH,
            () -> new UUID(1, ids.incrementAndGet()),
            () -> NOW),
        network,
        states,
        new ImapSettings(pollEvery, Duration.ofMillis(50), 1 << 20, 1 << 24),
        new Random(1));
  }

  ContactEndpoint add(ContactEndpoint endpoint) {
    UUID id = UUID.randomUUID();
    return endpoints
        .add(
            ORGANIZATION,
            new ContactEndpoint(
                new ContactEndpointId(id),
                0,
                endpoint.channel(),
                endpoint.name(),
                "box-" + id + "@parley.example",
                null,
                endpoint.settings(),
                endpoint.secrets()),
            NOW)
        .await()
        .indefinitely();
  }

  void awaitLevel(Level level) {
    await().atMost(SOON).until(() -> states.count(Direction.INBOUND, level) == 1);
  }

  static AccountStates.Key key(ContactEndpointId id) {
    return new AccountStates.Key(id, Direction.INBOUND);
  }
}
