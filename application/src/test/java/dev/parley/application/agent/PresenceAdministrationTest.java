package dev.parley.application.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.InMemoryStores;
import dev.parley.application.conversation.InMemorySeeds;
import dev.parley.application.conversation.Scene;
import dev.parley.application.shared.RecordingWakeups;
import dev.parley.application.shared.Wakeups;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import org.junit.jupiter.api.Test;

class PresenceAdministrationTest {
  private final InMemoryStores stores = new InMemoryStores();
  private final Scene scene = new Scene(new OrganizationId(1), new InMemorySeeds(stores));
  private final RecordingWakeups wakeups = new RecordingWakeups();
  private final PresenceAdministration presence =
      new PresenceAdministration(stores.presences, wakeups);

  @Test
  void agentsChooseForThemselvesAndWorkIsHandedOutAnew() {
    presence.work(scene.actor(), scene.alice, WorkingChannel.EMAIL, false).await().indefinitely();

    assertThat(presence.of(scene.actor(), scene.alice).await().indefinitely().working())
        .doesNotContain(WorkingChannel.EMAIL);
    assertThat(wakeups.woken()).containsExactly(Wakeups.Topic.ASSIGNMENT);
  }

  @Test
  void onlyAdministratorsChooseForOthers() {
    assertThatThrownBy(() -> presence.work(scene.actor(), scene.bob, WorkingChannel.EMAIL, false))
        .isInstanceOf(DomainException.class);

    presence.work(scene.admin(), scene.bob, WorkingChannel.EMAIL, false).await().indefinitely();

    assertThat(presence.of(scene.actor(), scene.bob).await().indefinitely().working())
        .doesNotContain(WorkingChannel.EMAIL);
  }
}
