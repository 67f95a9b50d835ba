package dev.parley.application.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.StoreContract;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError.AgentNotFound;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Role;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.team.Team;
import dev.parley.domain.team.TeamError.TeamNotFound;
import dev.parley.domain.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the store of teams promises. */
public interface TeamsContract extends StoreContract {
  Teams teams();

  /** Puts an agent into the organization; its number is the next one. */
  void add(OrganizationId organization, Agent agent);

  @Test
  default void teamsAreFoundAndListedOldestFirstWhateverTheirNames() {
    Team second = team(here(), NOW.plusSeconds(1));
    Team first = team(here(), NOW);

    assertThat(await(teams().get(here(), first.id()))).isEqualTo(first);
    assertThat(await(teams().list(here()))).containsExactlyInAnyOrder(first, second);
  }

  @Test
  default void agentsBecomeMembersOnceAndLeave() {
    Team team = team(here(), NOW);
    Agent bo = agent(here());
    Agent eva = agent(here());

    await(teams().addMembers(here(), team.id(), List.of(eva.id(), bo.id(), bo.id())));
    await(teams().addMembers(here(), team.id(), List.of(bo.id())));
    assertThat(await(teams().members(here(), team.id()))).containsExactly(member(bo), member(eva));

    await(teams().removeMembers(here(), team.id(), List.of(bo.id(), new AgentId(newId()))));
    assertThat(await(teams().members(here(), team.id()))).containsExactly(member(eva));
  }

  @Test
  default void nobodyIsAddedWhenOneOfThemDoesNotExist() {
    Team team = team(here(), NOW);
    Agent bo = agent(here());
    AgentId theirs = agent(elsewhere()).id();

    assertThat(errorOf(teams().addMembers(here(), team.id(), List.of(bo.id(), theirs))))
        .isEqualTo(new AgentNotFound(theirs));
    assertThat(await(teams().members(here(), team.id()))).isEmpty();
  }

  @Test
  default void anAgentKnowsItsTeams() {
    Team first = team(here(), NOW);
    Team second = team(here(), NOW.plus(Duration.ofMinutes(1)));
    team(here(), NOW.plus(Duration.ofMinutes(2)));
    Agent bo = agent(here());
    Agent eva = agent(here());
    await(teams().addMembers(here(), first.id(), List.of(bo.id())));
    await(teams().addMembers(here(), second.id(), List.of(bo.id())));

    assertThat(await(teams().of(here(), bo.id()))).containsExactly(first, second);
    assertThat(await(teams().of(here(), eva.id()))).isEmpty();
    AgentId nobody = new AgentId(newId());
    assertThat(errorOf(teams().of(here(), nobody))).isEqualTo(new AgentNotFound(nobody));
  }

  @Test
  default void aRemovedTeamIsGoneAndItsMembersStay() {
    Team team = team(here(), NOW);
    Agent bo = agent(here());
    await(teams().addMembers(here(), team.id(), List.of(bo.id())));

    await(teams().remove(here(), team.id()));

    assertThat(errorOf(teams().get(here(), team.id()))).isEqualTo(new TeamNotFound(team.id()));
    assertThat(errorOf(teams().remove(here(), team.id()))).isEqualTo(new TeamNotFound(team.id()));
    assertThat(await(teams().of(here(), bo.id()))).isEmpty();
  }

  @Test
  default void anotherOrganizationSeesNothingOfATeam() {
    Team team = team(here(), NOW);
    Agent bo = agent(here());
    await(teams().addMembers(here(), team.id(), List.of(bo.id())));
    TeamNotFound notFound = new TeamNotFound(team.id());
    List<AgentId> nobody = List.of();

    assertThat(await(teams().list(elsewhere()))).isEmpty();
    assertThat(errorOf(teams().get(elsewhere(), team.id()))).isEqualTo(notFound);
    assertThat(errorOf(teams().members(elsewhere(), team.id()))).isEqualTo(notFound);
    assertThat(errorOf(teams().addMembers(elsewhere(), team.id(), nobody))).isEqualTo(notFound);
    assertThat(errorOf(teams().removeMembers(elsewhere(), team.id(), List.of(bo.id()))))
        .isEqualTo(notFound);
    assertThat(errorOf(teams().remove(elsewhere(), team.id()))).isEqualTo(notFound);
    assertThat(errorOf(teams().of(elsewhere(), bo.id()))).isEqualTo(new AgentNotFound(bo.id()));
    assertThat(await(teams().members(here(), team.id()))).containsExactly(member(bo));
  }

  private Team team(OrganizationId organization, Instant createdAt) {
    Team team = new Team(new TeamId(newId()), "Night shift", createdAt);
    await(teams().add(organization, team));
    return team;
  }

  private static TeamMember member(Agent agent) {
    return new TeamMember(agent.id(), agent.displayName());
  }

  private Agent agent(OrganizationId organization) {
    AgentId id = new AgentId(newId());
    Agent agent =
        new Agent(
            id,
            0,
            "Bo",
            new EmailAddress(id.value() + "@example.org"),
            null,
            Set.of(Role.AGENT),
            Availability.WORKING,
            false,
            NOW);
    add(organization, agent);
    return agent;
  }
}
