package dev.parley.application.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Page;
import dev.parley.application.shared.StoreContract;
import dev.parley.application.team.Teams;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError.AgentNotFound;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Presence;
import dev.parley.domain.agent.Role;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.team.Team;
import dev.parley.domain.team.TeamError.TeamNotFound;
import dev.parley.domain.team.TeamId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the store of presences promises. */
public interface PresencesContract extends StoreContract {
  Set<WorkingChannel> ALL = EnumSet.allOf(WorkingChannel.class);

  Presences presences();

  /** Puts an agent into the organization; its number is the next one. */
  void add(OrganizationId organization, Agent agent);

  Teams teams();

  @Test
  default void anAgentNeverSeenWorksOnEverything() {
    AgentId bo = agent(here()).id();

    assertThat(await(presences().of(here(), bo))).isEqualTo(new Presence(bo, true, null, ALL));
  }

  @Test
  default void whoIsAwayOrDisabledIsNotAvailable() {
    AgentId away = agent(here(), Availability.AWAY, false).id();
    AgentId disabled = agent(here(), Availability.WORKING, true).id();

    assertThat(await(presences().all(here())))
        .extracting(Presence::agent, Presence::available)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(away, false),
            org.assertj.core.groups.Tuple.tuple(disabled, false));
  }

  @Test
  default void theLatestSightingCounts() {
    AgentId bo = agent(here()).id();

    await(presences().seen(here(), bo, NOW));
    await(presences().seen(here(), bo, NOW.plusSeconds(60)));
    await(presences().seen(here(), bo, NOW.plusSeconds(30)));

    assertThat(await(presences().of(here(), bo)).lastSeen()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  default void workingOnAChannelIsSwitchedOffAndOn() {
    AgentId bo = agent(here()).id();

    await(presences().work(here(), bo, WorkingChannel.SPEAK, false));
    await(presences().work(here(), bo, WorkingChannel.SPEAK, false));
    await(presences().work(here(), bo, WorkingChannel.EMAIL, false));
    assertThat(await(presences().of(here(), bo)).working())
        .containsExactlyInAnyOrder(WorkingChannel.MESSAGING, WorkingChannel.INTERACTIVE_CHAT);

    await(presences().seen(here(), bo, NOW));
    await(presences().work(here(), bo, WorkingChannel.SPEAK, true));
    await(presences().work(here(), bo, WorkingChannel.MESSAGING, true));
    assertThat(await(presences().of(here(), bo)))
        .isEqualTo(
            new Presence(bo, true, NOW, EnumSet.complementOf(EnumSet.of(WorkingChannel.EMAIL))));
  }

  @Test
  default void aTeamIsReadPageByPage() {
    TeamId team = team();
    List<AgentId> members = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      members.add(agent(here()).id());
    }
    agent(here());
    await(teams().addMembers(here(), team, members));

    Page<Presence> first = await(presences().ofTeam(here(), team, Optional.empty(), 2));
    Page<Presence> second = await(presences().ofTeam(here(), team, first.next(), 2));

    assertThat(first.items()).hasSize(2);
    assertThat(second.items()).hasSize(1);
    assertThat(second.next()).isEmpty();
    List<AgentId> read = new ArrayList<>();
    first.items().forEach(presence -> read.add(presence.agent()));
    second.items().forEach(presence -> read.add(presence.agent()));
    members.sort(Comparator.comparing(id -> id.value().toString()));
    assertThat(read).isEqualTo(members);
  }

  @Test
  default void aTeamWithoutMembersIsAnEmptyPage() {
    assertThat(await(presences().ofTeam(here(), team(), Optional.empty(), 2)).items()).isEmpty();
  }

  @Test
  default void whoDoesNotExistIsNotFoundAndNotSeen() {
    AgentId nobody = new AgentId(newId());
    TeamId none = new TeamId(newId());

    await(presences().seen(here(), nobody, NOW));
    assertThat(errorOf(presences().of(here(), nobody))).isEqualTo(new AgentNotFound(nobody));
    assertThat(errorOf(presences().work(here(), nobody, WorkingChannel.EMAIL, false)))
        .isEqualTo(new AgentNotFound(nobody));
    assertThat(errorOf(presences().ofTeam(here(), none, Optional.empty(), 2)))
        .isEqualTo(new TeamNotFound(none));
  }

  @Test
  default void anotherOrganizationSeesAndChangesNobody() {
    AgentId bo = agent(here()).id();
    TeamId team = team();

    await(presences().seen(elsewhere(), bo, NOW));
    assertThat(await(presences().all(elsewhere()))).isEmpty();
    assertThat(errorOf(presences().of(elsewhere(), bo))).isEqualTo(new AgentNotFound(bo));
    assertThat(errorOf(presences().work(elsewhere(), bo, WorkingChannel.EMAIL, false)))
        .isEqualTo(new AgentNotFound(bo));
    assertThat(errorOf(presences().ofTeam(elsewhere(), team, Optional.empty(), 2)))
        .isEqualTo(new TeamNotFound(team));
    assertThat(await(presences().of(here(), bo))).isEqualTo(new Presence(bo, true, null, ALL));
  }

  private TeamId team() {
    TeamId id = new TeamId(newId());
    await(teams().add(here(), new Team(id, "Night shift", NOW)));
    return id;
  }

  private Agent agent(OrganizationId organization) {
    return agent(organization, Availability.WORKING, false);
  }

  private Agent agent(OrganizationId organization, Availability availability, boolean disabled) {
    AgentId id = new AgentId(newId());
    Agent agent =
        new Agent(
            id,
            0,
            "Bo",
            new EmailAddress(id.value() + "@example.org"),
            null,
            Set.of(Role.AGENT),
            availability,
            disabled,
            NOW);
    add(organization, agent);
    return agent;
  }
}
