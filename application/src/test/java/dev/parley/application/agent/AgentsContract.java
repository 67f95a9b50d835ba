package dev.parley.application.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.agent.AgentDirectory.Filter;
import dev.parley.application.contact.ContactDirectory;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.StoreContract;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError.AgentEmailTaken;
import dev.parley.domain.agent.AgentError.AgentNotFound;
import dev.parley.domain.agent.AgentError.NotAnAgent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Role;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the stores of agents promise. */
public interface AgentsContract extends StoreContract {
  Agents agents();

  AgentDirectory directory();

  /** Of the same store: contacts and agents share their numbers and are told apart. */
  ContactDirectory contacts();

  @Test
  default void anAgentWhoWasAddedIsFoundByBothPorts() {
    Agent stored = await(directory().add(here(), agent("bo@example.org")));

    assertThat(stored.number()).isPositive();
    assertThat(await(directory().get(here(), stored.id()))).isEqualTo(stored);
    assertThat(this.<Agent>inTransaction(tx -> agents().get(tx, stored.id()))).isEqualTo(stored);
  }

  @Test
  default void anotherOrganizationDoesNotSeeAnAgent() {
    Agent stored = await(directory().add(here(), agent("bo@example.org")));

    assertThat(errorOf(directory().get(elsewhere(), stored.id())))
        .isEqualTo(new AgentNotFound(stored.id()));
    assertThat(
            errorOf(unitOfWork().inTransaction(elsewhere(), tx -> agents().get(tx, stored.id()))))
        .isEqualTo(new AgentNotFound(stored.id()));
    assertThat(
            this.<Set<AgentId>>inTransactionElsewhere(
                tx -> agents().existing(tx, List.of(stored.id()))))
        .isEmpty();
    await(directory().add(elsewhere(), agent("bo@example.org")));
  }

  @Test
  default void contactsAndAgentsShareTheirNumbers() {
    Agent first = await(directory().add(here(), agent("bo@example.org")));
    Contact second = await(contacts().add(here(), contact()));
    Agent third = await(directory().add(here(), agent("eva@example.org")));

    assertThat(List.of(second.number(), third.number()))
        .containsExactly(first.number() + 1, first.number() + 2);
  }

  @Test
  default void aContactIsNotAnAgent() {
    Contact contact = await(contacts().add(here(), contact()));
    AgentId id = new AgentId(contact.id().value());

    assertThat(errorOf(unitOfWork().inTransaction(here(), tx -> agents().get(tx, id))))
        .isEqualTo(new NotAnAgent(contact.id().value()));
    assertThat(errorOf(directory().get(here(), id))).isEqualTo(new AgentNotFound(id));
  }

  @Test
  default void onlyAgentsAreAmongTheExistingOnes() {
    Agent bo = await(directory().add(here(), agent("bo@example.org")));
    Contact contact = await(contacts().add(here(), contact()));
    List<AgentId> asked = List.of(bo.id(), new AgentId(contact.id().value()), new AgentId(newId()));

    assertThat(this.<Set<AgentId>>inTransaction(tx -> agents().existing(tx, asked)))
        .containsExactly(bo.id());
  }

  @Test
  default void anEmailAddressBelongsToOneAgentWhateverItsCase() {
    await(directory().add(here(), agent("bo@example.org")));

    assertThat(errorOf(directory().add(here(), agent("BO@example.org"))))
        .isEqualTo(new AgentEmailTaken());
  }

  @Test
  default void agentsAreFoundByEmailAndByPhone() {
    Agent bo = await(directory().add(here(), agent("bo@example.org")));

    assertThat(
            await(
                    directory()
                        .page(
                            here(),
                            new Filter.WithEmail(new EmailAddress("Bo@example.org")),
                            Optional.empty(),
                            10))
                .items())
        .containsExactly(bo);
    assertThat(
            await(directory().page(here(), new Filter.WithPhone("+45 1"), Optional.empty(), 10))
                .items())
        .containsExactly(bo);
    assertThat(
            await(directory().page(here(), new Filter.WithPhone("+45 2"), Optional.empty(), 10))
                .items())
        .isEmpty();
  }

  @Test
  default void pagesFollowEachOtherWithoutGapOrRepetition() {
    List<AgentId> added =
        IntStream.range(0, 4)
            .mapToObj(i -> await(directory().add(here(), agent("a" + i + "@example.org"))).id())
            .toList();

    List<AgentId> seen = new ArrayList<>();
    Page<Agent> page = await(directory().page(here(), new Filter.Everyone(), Optional.empty(), 2));
    page.items().forEach(agent -> seen.add(agent.id()));
    page = await(directory().page(here(), new Filter.Everyone(), page.next(), 2));
    page.items().forEach(agent -> seen.add(agent.id()));

    assertThat(seen).containsAll(added).hasSize(4);
    assertThat(page.next()).isEmpty();
  }

  private Agent agent(String email) {
    return new Agent(
        new AgentId(newId()),
        0,
        "Bo",
        new EmailAddress(email),
        "+45 1",
        Set.of(Role.AGENT, Role.TEAM_LEAD),
        Availability.AWAY,
        false,
        NOW);
  }

  private Contact contact() {
    return new Contact(
        new ContactId(newId()),
        0,
        Contact.Name.UNKNOWN,
        List.of(),
        List.of(),
        null,
        null,
        false,
        NOW,
        null);
  }
}
