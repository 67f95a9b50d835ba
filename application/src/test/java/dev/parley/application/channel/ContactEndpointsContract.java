package dev.parley.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.channel.ContactEndpoints.Located;
import dev.parley.application.queue.QueueDetails;
import dev.parley.application.queue.QueueDirectory;
import dev.parley.application.shared.StoreContract;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointError.ContactEndpointNotFound;
import dev.parley.domain.channel.ContactEndpointError.EndpointAddressTaken;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueError.QueueNotFound;
import dev.parley.domain.queue.QueueId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the stores of contact endpoints promise. */
public interface ContactEndpointsContract extends StoreContract {
  ContactEndpoints endpoints();

  EndpointDirectory directory();

  QueueDirectory queues();

  @Test
  default void anEndpointThatWasAddedIsFoundInEveryWayWithItsSecrets() {
    QueueId queue = aQueue();
    ContactEndpoint stored = add(mailbox("Support@example.org", queue));

    assertThat(stored.number()).isPositive();
    assertThat(stored.secrets()).containsEntry("imap.password", new Secret("hunter2"));
    assertThat(await(directory().get(here(), stored.id()))).isEqualTo(stored);
    assertThat(await(directory().byAddress(here(), Channel.EMAIL, "support@EXAMPLE.org")))
        .isEqualTo(stored);
    assertThat(this.<ContactEndpoint>inTransaction(tx -> endpoints().get(tx, stored.id())))
        .isEqualTo(stored);
    assertThat(
            this.<ContactEndpoint>inTransaction(
                tx -> endpoints().byAddress(tx, Channel.EMAIL, "support@example.org")))
        .isEqualTo(stored);
    assertThat(await(endpoints().locate(stored.id()))).contains(new Located(here(), stored));
    assertThat(await(endpoints().ofChannel(Channel.EMAIL))).contains(new Located(here(), stored));
    assertThat(await(endpoints().ofChannel(Channel.WIDGET)))
        .doesNotContain(new Located(here(), stored));
  }

  @Test
  default void anotherOrganizationDoesNotSeeAnEndpoint() {
    ContactEndpoint stored = add(mailbox("support@example.org", null));
    ContactEndpointNotFound byId = new ContactEndpointNotFound(stored.id().value().toString());
    ContactEndpointNotFound byAddress = new ContactEndpointNotFound("support@example.org");

    assertThat(errorOf(directory().get(elsewhere(), stored.id()))).isEqualTo(byId);
    assertThat(errorOf(directory().byAddress(elsewhere(), Channel.EMAIL, "support@example.org")))
        .isEqualTo(byAddress);
    assertThat(errorOf(directory().change(elsewhere(), stored.id(), same -> same))).isEqualTo(byId);
    assertThat(errorOf(directory().remove(elsewhere(), stored.id()))).isEqualTo(byId);
    assertThat(
            errorOf(
                unitOfWork().inTransaction(elsewhere(), tx -> endpoints().get(tx, stored.id()))))
        .isEqualTo(byId);
    assertThat(
            errorOf(
                unitOfWork()
                    .inTransaction(
                        elsewhere(),
                        tx -> endpoints().byAddress(tx, Channel.EMAIL, "support@example.org"))))
        .isEqualTo(byAddress);
    assertThat(await(directory().list(elsewhere(), Optional.empty()))).isEmpty();
    await(directory().add(elsewhere(), mailbox("support@example.org", null), NOW));
  }

  @Test
  default void anAddressIsTakenOncePerChannelWhateverItsCase() {
    add(mailbox("support@example.org", null));
    ContactEndpoint other = add(mailbox("sales@example.org", null));

    assertThat(errorOf(directory().add(here(), mailbox("SUPPORT@example.org", null), NOW)))
        .isEqualTo(new EndpointAddressTaken());
    assertThat(
            errorOf(
                directory()
                    .change(here(), other.id(), present -> moved(present, "support@example.org"))))
        .isEqualTo(new EndpointAddressTaken());
    add(widget());
    add(widget());
  }

  @Test
  default void onlyAnExistingQueueCanBeTheTarget() {
    QueueId nowhere = new QueueId(newId());

    assertThat(errorOf(directory().add(here(), mailbox("support@example.org", nowhere), NOW)))
        .isEqualTo(new QueueNotFound(nowhere));
  }

  @Test
  default void endpointsAreListedInTheOrderOfTheirCreationByChannel() {
    ContactEndpoint mailbox = add(mailbox("support@example.org", null));
    ContactEndpoint widget = add(widget());

    assertThat(await(directory().list(here(), Optional.empty()))).containsExactly(mailbox, widget);
    assertThat(await(directory().list(here(), Optional.of(Channel.WIDGET))))
        .containsExactly(widget);
    assertThat(widget.number()).isEqualTo(mailbox.number() + 1);
  }

  @Test
  default void aChangeIsSeenByConnectorsWithinTwoSeconds() {
    ContactEndpoint stored = add(mailbox("support@example.org", null));
    await(endpoints().locate(stored.id()));

    await(directory().change(here(), stored.id(), ContactEndpointsContract::withNewPassword));

    ContactEndpoint changed = withNewPassword(stored);
    assertThat(await(directory().get(here(), stored.id()))).isEqualTo(changed);
    Awaitility.await()
        .atMost(Duration.ofSeconds(2))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                await(endpoints().locate(stored.id()))
                    .equals(Optional.of(new Located(here(), changed))));
  }

  @Test
  default void aRemovedEndpointIsGoneEverywhere() {
    ContactEndpoint stored = add(mailbox("support@example.org", null));

    await(directory().remove(here(), stored.id()));

    ContactEndpointNotFound notFound = new ContactEndpointNotFound(stored.id().value().toString());
    assertThat(errorOf(directory().get(here(), stored.id()))).isEqualTo(notFound);
    assertThat(errorOf(directory().remove(here(), stored.id()))).isEqualTo(notFound);
    assertThat(await(endpoints().locate(stored.id()))).isEmpty();
    assertThat(await(endpoints().ofChannel(Channel.EMAIL)))
        .extracting(located -> located.endpoint().id())
        .doesNotContain(stored.id());
    add(mailbox("support@example.org", null));
  }

  private ContactEndpoint add(ContactEndpoint endpoint) {
    return await(directory().add(here(), endpoint, NOW));
  }

  private QueueId aQueue() {
    Queue queue =
        new Queue(
            new QueueId(newId()), 0, "Support", false, AssignmentPolicy.MANUAL, 0, null, null, NOW);
    await(queues().add(here(), new QueueDetails(queue, Map.of())));
    return queue.id();
  }

  private ContactEndpoint mailbox(String address, @Nullable QueueId queue) {
    return new ContactEndpoint(
        new ContactEndpointId(newId()),
        0,
        Channel.EMAIL,
        "Support",
        address,
        queue,
        Map.of("imap.host", "imap.example.org", "imap.port", "993"),
        Map.of("imap.password", new Secret("hunter2")));
  }

  private ContactEndpoint widget() {
    return new ContactEndpoint(
        new ContactEndpointId(newId()), 0, Channel.WIDGET, null, null, null, Map.of(), Map.of());
  }

  private static ContactEndpoint withNewPassword(ContactEndpoint present) {
    return new ContactEndpoint(
        present.id(),
        present.number(),
        present.channel(),
        "New name",
        present.address(),
        present.queue(),
        Map.of("imap.host", "mail.example.org"),
        Map.of("imap.password", new Secret("hunter3")));
  }

  private static ContactEndpoint moved(ContactEndpoint present, String address) {
    return new ContactEndpoint(
        present.id(),
        present.number(),
        present.channel(),
        present.name(),
        address,
        present.queue(),
        present.settings(),
        present.secrets());
  }
}
