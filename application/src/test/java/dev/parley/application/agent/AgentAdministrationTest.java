package dev.parley.application.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.agent.AgentAdministration.Update;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.CountingIds;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.Outcome;
import dev.parley.application.shared.Patch;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Role;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgentAdministrationTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:15:30.123Z");
  private static final OrganizationId HERE = new OrganizationId(1);

  private final InMemoryNumbers numbers = new InMemoryNumbers();
  private final InMemoryContacts contacts = new InMemoryContacts(numbers);
  private final InMemoryAgents agents = new InMemoryAgents(numbers, contacts);
  private final List<HandBackWork.Command> handedBack = new ArrayList<>();
  private final AgentAdministration administration =
      new AgentAdministration(
          agents,
          new InMemoryApiKeys(agents),
          command -> {
            handedBack.add(command);
            return Uni.createFrom().voidItem();
          },
          new TokenMint(new SecureRandom()),
          new CountingIds(),
          InstantSource.fixed(NOW));
  private final Actor founder = Actors.admin(HERE, new AgentId(new UUID(7, 7)));
  private final Agent ann = create(ann());
  private final Actor admin = Actors.admin(HERE, ann.id());

  @Test
  void aNewAgentHasWhatIsSaidOfIt() {
    assertThat(ann.displayName()).isEqualTo("Ann");
    assertThat(ann.roles()).containsExactly(Role.ADMIN);
    assertThat(ann.phoneNumber()).isEqualTo("+4551000000");
    assertThat(ann.profile().firstName()).isEqualTo("Annabel");
    assertThat(ann.profile().additionalEmails())
        .containsExactly(new EmailAddress("ann@home.example"));
    assertThat(ann.createdAt()).isEqualTo(NOW);
    assertThat(ann.number()).isPositive();
  }

  @Test
  void aNewAgentNeedsNameAndAddress() {
    for (AgentChange incomplete :
        List.of(
            nothing(),
            named(Patch.toValue("Bo"), Patch.keep()),
            named(Patch.keep(), Patch.toValue("bo@example.org")),
            named(Patch.toValue("Bo"), Patch.toValue("nobody")))) {
      assertThat(refusal(() -> administration.create(admin, incomplete)))
          .isInstanceOf(SharedError.InvalidField.class);
    }
  }

  @Test
  void anAgentOfWhomLittleIsSaidIsAPlainOneAtWork() {
    Agent bo = bo();

    assertThat(bo.roles()).containsExactly(Role.AGENT);
    assertThat(bo.availability()).isEqualTo(Availability.WORKING);
    assertThat(bo.profile()).isEqualTo(Agent.Profile.UNKNOWN);
  }

  @Test
  void whatAChangeDoesNotNameStays() {
    Agent changed = await(administration.change(admin, new Update(ann.id(), away())));

    assertThat(changed.availability()).isEqualTo(Availability.AWAY);
    assertThat(changed.displayName()).isEqualTo("Ann");
    assertThat(changed.roles()).isEqualTo(ann.roles());
    assertThat(changed.profile()).isEqualTo(ann.profile());
    assertThat(await(administration.get(admin, ann.id()))).isEqualTo(changed);
  }

  @Test
  void nameAndAddressCannotBeCleared() {
    for (AgentChange clearing :
        List.of(
            named(Patch.toValue(null), Patch.keep()), named(Patch.keep(), Patch.toValue(null)))) {
      assertThat(refusal(() -> administration.change(admin, new Update(ann.id(), clearing))))
          .isInstanceOf(SharedError.InvalidField.class);
    }
  }

  @Test
  void aChangeOfNothingIsRefused() {
    assertThat(refusal(() -> administration.change(admin, new Update(ann.id(), nothing()))))
        .isEqualTo(new SharedError.NothingToChange());
  }

  @Test
  void ofSeveralEachStandsForItself() {
    AgentChange bo = named(Patch.toValue("Bo"), Patch.toValue("bo@example.org"));
    List<Outcome<Agent>> made = await(administration.createAll(admin, List.of(bo, bo, nothing())));

    assertThat(made.getFirst()).isInstanceOf(Outcome.Done.class);
    assertThat(made.get(1)).isEqualTo(new Outcome.Refused<>(new AgentError.AgentEmailTaken()));
    assertThat(made.get(2)).isInstanceOf(Outcome.Refused.class);

    AgentId unknown = new AgentId(new UUID(9, 9));
    assertThat(
            await(
                administration.changeAll(
                    admin, List.of(new Update(unknown, away()), new Update(ann.id(), away())))))
        .hasSize(2)
        .first()
        .isEqualTo(new Outcome.Refused<>(new AgentError.AgentNotFound(unknown)));
    assertThat(await(administration.get(admin, ann.id())).availability())
        .isEqualTo(Availability.AWAY);
  }

  @Test
  void whoIsDowngradedHandsEverythingBackBeforeAndAfter() {
    Agent bo = bo();

    await(administration.downgrade(admin, bo.id()));

    HandBackWork.Command command = new HandBackWork.Command(admin, bo.id());
    assertThat(handedBack).containsExactly(command, command);
    assertThat(refusal(() -> administration.get(admin, bo.id())))
        .isEqualTo(new AgentError.AgentNotFound(bo.id()));
    assertThat(contacts.find(HERE, new ContactId(bo.id().value()))).isPresent();
  }

  @Test
  void nobodyIsDowngradedWhoIsNoAgent() {
    AgentId unknown = new AgentId(new UUID(9, 9));

    assertThat(refusal(() -> administration.downgrade(admin, unknown)))
        .isEqualTo(new AgentError.AgentNotFound(unknown));
    assertThat(handedBack).isEmpty();
  }

  @Test
  void nobodyDowngradesThemselves() {
    assertThat(refusal(() -> administration.downgrade(admin, ann.id())))
        .isEqualTo(new AgentError.OwnAgent(ann.id()));
    assertThat(handedBack).isEmpty();
  }

  @Test
  void onlyAdminsChangeAgents() {
    Actor agent = Actors.agent(HERE, ann.id());
    Update update = new Update(ann.id(), away());

    for (Supplier<Uni<?>> command :
        List.<Supplier<Uni<?>>>of(
            () -> administration.create(agent, ann()),
            () -> administration.createAll(agent, List.of(ann())),
            () -> administration.change(agent, update),
            () -> administration.changeAll(agent, List.of(update)),
            () -> administration.downgrade(agent, new AgentId(new UUID(9, 9))))) {
      assertThat(refusal(command))
          .isEqualTo(new SharedError.PermissionMissing("CONFIGURATION_WRITE"));
    }
  }

  private Agent bo() {
    return create(named(Patch.toValue("Bo"), Patch.toValue("bo@example.org")));
  }

  private Agent create(AgentChange wanted) {
    return await(administration.create(founder, wanted));
  }

  private static AgentChange ann() {
    return new AgentChange(
        Patch.toValue("Ann"),
        Patch.toValue("ann@example.org"),
        Patch.toValue("+45 51 00 00 00"),
        Patch.toValue(Set.of(Role.ADMIN)),
        Patch.toValue(Availability.WORKING),
        Patch.toValue("Annabel"),
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.toValue(List.of("ann@home.example", "ANN@home.example", "Ann@example.org")),
        Patch.keep());
  }

  private static AgentChange nothing() {
    return named(Patch.keep(), Patch.keep());
  }

  private static AgentChange away() {
    return change(Patch.keep(), Patch.keep(), Patch.toValue(Availability.AWAY));
  }

  private static AgentChange named(Patch<String> displayName, Patch<String> email) {
    return change(displayName, email, Patch.keep());
  }

  private static AgentChange change(
      Patch<String> displayName, Patch<String> email, Patch<Availability> availability) {
    return new AgentChange(
        displayName,
        email,
        Patch.keep(),
        Patch.keep(),
        availability,
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.keep());
  }

  private static @Nullable DomainError refusal(Supplier<Uni<?>> command) {
    try {
      await(Uni.createFrom().deferred(() -> command.get().replaceWithVoid()));
      return null;
    } catch (DomainException e) {
      return e.error();
    }
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(5));
  }
}
