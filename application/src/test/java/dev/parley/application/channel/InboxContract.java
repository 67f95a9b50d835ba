package dev.parley.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.StoreContract;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What connectors rely on when they hand over what arrived. */
public interface InboxContract extends StoreContract {
  Inbox inbox();

  AcceptedDeliveries deliveries();

  @Test
  default void aDeliveryIsAcceptedOnce() {
    ContactEndpointId endpoint = new ContactEndpointId(newId());
    assertThat(accept(here(), endpoint, "imap:INBOX:1:7")).isTrue();
    assertThat(accept(here(), endpoint, "imap:INBOX:1:7")).isFalse();
    assertThat(accept(here(), endpoint, "imap:INBOX:1:8")).isTrue();
  }

  @Test
  default void deliveriesOfOtherEndpointsAndOrganizationsAreOthers() {
    ContactEndpointId endpoint = new ContactEndpointId(newId());
    accept(here(), endpoint, "webhook:1");
    assertThat(accept(here(), new ContactEndpointId(newId()), "webhook:1")).isTrue();
    assertThat(accept(elsewhere(), endpoint, "webhook:1")).isTrue();
  }

  @Test
  default void whatWasAcceptedIsKnownWhereItWasAccepted() {
    ContactEndpointId endpoint = new ContactEndpointId(newId());
    accept(here(), endpoint, "a");
    accept(here(), endpoint, "b");
    List<String> asked = List.of("a", "b", "c");
    assertThat(await(deliveries().known(here(), endpoint, asked)))
        .containsExactlyInAnyOrder("a", "b");
    assertThat(await(deliveries().known(elsewhere(), endpoint, asked))).isEmpty();
    assertThat(await(deliveries().known(here(), new ContactEndpointId(newId()), asked))).isEmpty();
    assertThat(await(deliveries().known(here(), endpoint, List.of()))).isEmpty();
  }

  private boolean accept(OrganizationId organization, ContactEndpointId endpoint, String key) {
    return await(
        inbox()
            .accept(
                new RawInbound(
                    newId(),
                    organization,
                    endpoint,
                    Channel.EMAIL,
                    key,
                    new byte[] {1},
                    NOW,
                    null)));
  }
}
