package dev.parley.application.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.agent.AgentDirectory.Filter;
import dev.parley.application.contact.ContactDirectory;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.StoreContract;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError.AgentEmailTaken;
import dev.parley.domain.agent.AgentError.AgentNotFound;
import dev.parley.domain.agent.AgentError.LastAdmin;
import dev.parley.domain.agent.AgentError.NotAnAgent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Role;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.shared.SharedError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
  default void everythingAboutAnAgentCanBeChanged() {
    Agent stored = await(directory().add(here(), agent("bo@example.org")));
    Agent wanted =
        new Agent(
            stored.id(),
            stored.number(),
            "Bodil",
            new EmailAddress("bodil@example.org"),
            null,
            Set.of(Role.ADMIN),
            Availability.WORKING,
            false,
            NOW,
            new Agent.Profile(
                "Bo",
                List.of("X", "Y"),
                "Dil",
                "https://example.org/bo.png",
                List.of(new EmailAddress("Bo@home.example.org")),
                List.of("+4512345678")));

    assertThat(await(directory().change(here(), stored.id(), _ -> wanted))).isEqualTo(wanted);
    assertThat(await(directory().get(here(), stored.id()))).isEqualTo(wanted);
    assertThat(this.<Agent>inTransaction(tx -> agents().get(tx, stored.id()))).isEqualTo(wanted);
    for (Filter filter :
        List.of(
            new Filter.WithEmail(new EmailAddress("BO@home.example.org")),
            new Filter.WithPhone("+4512345678"))) {
      assertThat(await(directory().page(here(), filter, Optional.empty(), 10)).items())
          .containsExactly(wanted);
    }
  }

  @Test
  default void aRefusedChangeIsNone() {
    await(directory().add(here(), agent("eva@example.org")));
    Agent bo = await(directory().add(here(), agent("bo@example.org")));

    assertThat(
            errorOf(
                directory().change(here(), bo.id(), agent -> withEmail(agent, "EVA@example.org"))))
        .isEqualTo(new AgentEmailTaken());
    assertThat(
            errorOf(
                directory()
                    .change(
                        here(),
                        bo.id(),
                        _ -> {
                          throw SharedError.invalid("email", "is wrong");
                        })))
        .isInstanceOf(SharedError.InvalidField.class);
    assertThat(errorOf(directory().change(elsewhere(), bo.id(), agent -> agent)))
        .isEqualTo(new AgentNotFound(bo.id()));
    assertThat(await(directory().get(here(), bo.id()))).isEqualTo(bo);
  }

  @Test
  default void theLastAdminStaysOne() {
    Agent ann = await(directory().add(here(), admin("ann@example.org")));
    await(directory().add(here(), agent("bo@example.org")));
    await(directory().add(elsewhere(), admin("eva@example.org")));

    assertThat(errorOf(directory().change(here(), ann.id(), agent -> withRoles(agent, Role.AGENT))))
        .isEqualTo(new LastAdmin(ann.id()));
    assertThat(errorOf(directory().downgrade(here(), ann.id()))).isEqualTo(new LastAdmin(ann.id()));
    assertThat(await(directory().get(here(), ann.id()))).isEqualTo(ann);

    await(directory().add(here(), admin("ida@example.org")));
    await(directory().change(here(), ann.id(), agent -> withRoles(agent, Role.AGENT)));
    await(directory().downgrade(here(), ann.id()));
  }

  @Test
  default void adminsWhoDismissEachOtherAtOnceLeaveOne() {
    List<Agent> admins =
        IntStream.range(0, 4)
            .mapToObj(i -> await(directory().add(here(), admin("a" + i + "@example.org"))))
            .toList();

    List<CompletableFuture<?>> racing =
        admins.stream()
            .<CompletableFuture<?>>map(
                admin ->
                    admin.number() % 2 == 0
                        ? directory().downgrade(here(), admin.id()).subscribeAsCompletionStage()
                        : directory()
                            .change(here(), admin.id(), agent -> withRoles(agent, Role.AGENT))
                            .subscribeAsCompletionStage())
            .toList();

    assertThat(racing)
        .filteredOn(one -> one.handle((_, failure) -> failure != null).join())
        .hasSize(1);
    assertThat(await(directory().page(here(), new Filter.Everyone(), Optional.empty(), 10)).items())
        .filteredOn(Agent::isAdmin)
        .hasSize(1);
  }

  @Test
  default void anAgentBecomesAContactOfTheSameIdAndNumber() {
    Agent bo =
        await(
            directory()
                .add(
                    here(),
                    withProfile(
                        agent("bo@example.org"),
                        new Agent.Profile(
                            "Bo",
                            List.of("X"),
                            "Dil",
                            "https://example.org/bo.png",
                            List.of(new EmailAddress("2@example.org")),
                            List.of("+4512345678")))));

    await(directory().downgrade(here(), bo.id()));

    assertThat(errorOf(directory().get(here(), bo.id()))).isEqualTo(new AgentNotFound(bo.id()));
    assertThat(errorOf(unitOfWork().inTransaction(here(), tx -> agents().get(tx, bo.id()))))
        .isEqualTo(new NotAnAgent(bo.id().value()));
    assertThat(await(contacts().get(here(), new ContactId(bo.id().value()))).contact())
        .isEqualTo(
            new Contact(
                new ContactId(bo.id().value()),
                bo.number(),
                new Contact.Name("Bo", "Bo", List.of("X"), "Dil"),
                List.of(bo.email(), new EmailAddress("2@example.org")),
                List.of("+45 1", "+4512345678"),
                "https://example.org/bo.png",
                null,
                false,
                bo.createdAt(),
                null));
    assertThat(errorOf(directory().downgrade(here(), bo.id())))
        .isEqualTo(new AgentNotFound(bo.id()));
    await(directory().add(here(), agent("bo@example.org")));
  }

  @Test
  default void anAddressThatAContactHasStaysWithIt() {
    Agent bo = await(directory().add(here(), agent("bo@example.org")));
    Contact other =
        await(contacts().add(here(), contact(List.of(new EmailAddress("BO@example.org")))));

    await(directory().downgrade(here(), bo.id()));

    assertThat(await(contacts().get(here(), new ContactId(bo.id().value()))).contact().emails())
        .isEmpty();
    assertThat(await(contacts().get(here(), other.id())).contact()).isEqualTo(other);
  }

  @Test
  default void anAgentIsNotDowngradedFromElsewhere() {
    Agent bo = await(directory().add(here(), agent("bo@example.org")));

    assertThat(errorOf(directory().downgrade(elsewhere(), bo.id())))
        .isEqualTo(new AgentNotFound(bo.id()));
    assertThat(await(directory().get(here(), bo.id()))).isEqualTo(bo);
  }

  private Agent admin(String email) {
    return withRoles(agent(email), Role.ADMIN);
  }

  private static Agent withRoles(Agent agent, Role... roles) {
    return with(agent, agent.email(), Set.of(roles), agent.profile());
  }

  private static Agent withEmail(Agent agent, String email) {
    return with(agent, new EmailAddress(email), agent.roles(), agent.profile());
  }

  private static Agent withProfile(Agent agent, Agent.Profile profile) {
    return with(agent, agent.email(), agent.roles(), profile);
  }

  private static Agent with(
      Agent agent, EmailAddress email, Set<Role> roles, Agent.Profile profile) {
    return new Agent(
        agent.id(),
        agent.number(),
        agent.displayName(),
        email,
        agent.phoneNumber(),
        roles,
        agent.availability(),
        agent.disabled(),
        agent.createdAt(),
        profile);
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
    return contact(List.of());
  }

  private Contact contact(List<EmailAddress> emails) {
    return new Contact(
        new ContactId(newId()),
        0,
        Contact.Name.UNKNOWN,
        emails,
        List.of(),
        null,
        null,
        false,
        NOW,
        null);
  }
}
