package dev.parley.application.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.contact.ContactAdministration.Update;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.CountingIds;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.Outcome;
import dev.parley.application.shared.Patch;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactAdministrationTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:15:30.123Z");
  private static final OrganizationId HERE = new OrganizationId(1);
  private static final Actor ACTOR = Actors.agent(HERE, new AgentId(new UUID(1, 1)));

  private final InMemoryContacts contacts = new InMemoryContacts(new InMemoryNumbers());
  private final ContactAdministration administration =
      new ContactAdministration(contacts, new CountingIds(), InstantSource.fixed(NOW));

  @Test
  void aNewContactHasWhatIsSaidOfIt() {
    Contact made = create(ada());

    assertThat(made.name()).isEqualTo(new Contact.Name("Ada L.", "Ada", List.of("K"), "L"));
    assertThat(made.emails())
        .containsExactly(
            new EmailAddress("ada@example.org"), new EmailAddress("countess@example.org"));
    assertThat(made.phoneNumbers()).containsExactly("+4551000000", "+4551000001");
    assertThat(made.externalId()).isEqualTo("crm-1");
    assertThat(made.createdAt()).isEqualTo(NOW);
    assertThat(made.number()).isPositive();
    assertThat(create(nothing()).emails()).isEmpty();
  }

  @Test
  void whatAChangeDoesNotNameStays() {
    Contact made = create(ada());

    Contact changed =
        change(made, with(Patch.toValue("Countess"), Patch.keep(), Patch.keep(), Patch.keep()));

    assertThat(changed.name()).isEqualTo(new Contact.Name("Countess", "Ada", List.of("K"), "L"));
    assertThat(changed.emails()).isEqualTo(made.emails());
    assertThat(changed.phoneNumbers()).isEqualTo(made.phoneNumbers());
    assertThat(changed.externalId()).isEqualTo(made.externalId());
    assertThat(await(administration.get(ACTOR, made.id())).contact()).isEqualTo(changed);
  }

  @Test
  void anotherFirstAddressReplacesTheFirst() {
    assertThat(emailsAfter(Patch.toValue("new@example.org"), Patch.keep()))
        .containsExactly("new@example.org", "countess@example.org");
  }

  @Test
  void anAdditionalAddressMovesToTheFront() {
    assertThat(emailsAfter(Patch.toValue("COUNTESS@example.org"), Patch.keep()))
        .containsExactly("COUNTESS@example.org");
  }

  @Test
  void otherAdditionalAddressesLeaveTheFirst() {
    assertThat(emailsAfter(Patch.keep(), Patch.toValue(List.of("x@example.org", "X@example.org"))))
        .containsExactly("ada@example.org", "x@example.org");
    assertThat(emailsAfter(Patch.keep(), Patch.toValue(null))).containsExactly("ada@example.org");
  }

  @Test
  void theNextAddressTakesThePlaceOfAClearedFirst() {
    assertThat(emailsAfter(Patch.toValue(null), Patch.keep()))
        .containsExactly("countess@example.org");
    assertThat(emailsAfter(Patch.toValue(null), Patch.toValue(null))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "", "a@b@c.example"})
  void anAddressMustBeOne(String email) {
    assertThat(refusal(() -> administration.create(ACTOR, withEmail(email))))
        .isInstanceOf(SharedError.InvalidField.class);
  }

  @Test
  void anAddressOfAnotherIsRefused() {
    create(ada());
    Contact bert = create(withEmail("bert@example.org"));

    assertThat(
            refusal(
                () ->
                    administration.change(
                        ACTOR, new Update(bert.id(), withEmail("ada@example.org")))))
        .isEqualTo(new ContactError.ContactKeyTaken("email"));
  }

  @Test
  void thereAreNotMoreAddressesThanAllowed() {
    List<String> many =
        IntStream.range(0, Contact.ADDRESSES_MAX + 1).mapToObj(i -> i + "@example.org").toList();

    assertThat(
            refusal(
                () ->
                    administration.create(
                        ACTOR,
                        with(Patch.keep(), Patch.keep(), Patch.toValue(many), Patch.keep()))))
        .isInstanceOf(SharedError.InvalidField.class);
  }

  @Test
  void anAnonymizedContactStaysAsItIs() {
    Contact made = create(ada());
    Contact anonymized =
        new Contact(
            made.id(),
            made.number(),
            Contact.Name.UNKNOWN,
            List.of(),
            List.of(),
            null,
            null,
            false,
            NOW,
            NOW);
    contacts.replace(HERE, anonymized);

    assertThat(refusal(() -> administration.change(ACTOR, new Update(made.id(), ada()))))
        .isEqualTo(new ContactError.ContactIsAnonymized(made.id()));
    assertThat(await(administration.get(ACTOR, made.id())).contact()).isEqualTo(anonymized);
  }

  @Test
  void aChangeOfNothingIsRefused() {
    Contact made = create(ada());

    assertThat(refusal(() -> administration.change(ACTOR, new Update(made.id(), nothing()))))
        .isEqualTo(new SharedError.NothingToChange());
  }

  @Test
  void ofSeveralEachStandsForItself() {
    List<Outcome<ContactView>> made =
        await(
            administration.createAll(
                ACTOR,
                List.of(
                    withEmail("1@example.org"),
                    withEmail("nobody"),
                    withEmail("1@example.org"),
                    withEmail("2@example.org"))));

    assertThat(made).hasSize(4);
    Contact first = done(made.getFirst());
    assertThat(made.get(1)).isInstanceOf(Outcome.Refused.class);
    assertThat(made.get(2))
        .isEqualTo(new Outcome.Refused<>(new ContactError.ContactKeyTaken("email")));
    assertThat(done(made.get(3)).emails()).hasSize(1);

    ContactId unknown = new ContactId(new UUID(9, 9));
    List<Outcome<ContactView>> changed =
        await(
            administration.changeAll(
                ACTOR,
                List.of(
                    new Update(unknown, ada()),
                    new Update(first.id(), nothing()),
                    new Update(first.id(), withEmail("3@example.org")))));
    assertThat(changed.getFirst())
        .isEqualTo(new Outcome.Refused<>(new ContactError.ContactNotFound(unknown)));
    assertThat(changed.get(1)).isEqualTo(new Outcome.Refused<>(new SharedError.NothingToChange()));
    assertThat(done(changed.get(2)).emails()).containsExactly(new EmailAddress("3@example.org"));
  }

  @Test
  void thereIsAnEndToHowManyCanBeGivenAtOnce() {
    List<ContactChange> many = Collections.nCopies(Outcome.MOST + 1, nothing());

    assertThat(refusal(() -> administration.createAll(ACTOR, many)))
        .isInstanceOf(SharedError.InvalidField.class);
    assertThat(await(administration.createAll(ACTOR, many.subList(1, many.size()))))
        .hasSize(Outcome.MOST);
    assertThat(await(administration.createAll(ACTOR, List.of()))).isEmpty();
  }

  @Test
  void whoMayNotWriteContactsWritesNone() {
    Actor reader = Actors.without(ACTOR, Permission.CONTACTS_WRITE);
    Update update = new Update(new ContactId(new UUID(9, 9)), ada());

    for (Supplier<Uni<?>> command :
        List.<Supplier<Uni<?>>>of(
            () -> administration.create(reader, ada()),
            () -> administration.createAll(reader, List.of(ada())),
            () -> administration.change(reader, update),
            () -> administration.changeAll(reader, List.of(update)))) {
      assertThat(refusal(command)).isEqualTo(new SharedError.PermissionMissing("CONTACTS_WRITE"));
    }
  }

  private List<String> emailsAfter(Patch<String> email, Patch<List<String>> additional) {
    Contact made = create(ada());
    List<String> emails =
        change(made, with(Patch.keep(), email, additional, Patch.keep())).emails().stream()
            .map(EmailAddress::value)
            .toList();
    change(made, with(Patch.keep(), Patch.toValue(null), Patch.toValue(null), Patch.toValue(null)));
    return emails;
  }

  private Contact create(ContactChange wanted) {
    return await(administration.create(ACTOR, wanted)).contact();
  }

  private Contact change(Contact contact, ContactChange change) {
    return await(administration.change(ACTOR, new Update(contact.id(), change))).contact();
  }

  private static ContactChange ada() {
    return new ContactChange(
        Patch.toValue("Ada L."),
        Patch.toValue("Ada"),
        Patch.toValue(List.of("K")),
        Patch.toValue("L"),
        Patch.toValue("ada@example.org"),
        Patch.toValue(List.of("countess@example.org", "ADA@example.org")),
        Patch.toValue("+45 51 00 00 00"),
        Patch.toValue(List.of("+4551000001")),
        Patch.toValue("https://example.org/ada.png"),
        Patch.toValue("crm-1"));
  }

  private static ContactChange nothing() {
    return with(Patch.keep(), Patch.keep(), Patch.keep(), Patch.keep());
  }

  private static ContactChange withEmail(String email) {
    return with(Patch.keep(), Patch.toValue(email), Patch.keep(), Patch.keep());
  }

  private static ContactChange with(
      Patch<String> displayName,
      Patch<String> email,
      Patch<List<String>> additionalEmails,
      Patch<String> externalId) {
    return new ContactChange(
        displayName,
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        email,
        additionalEmails,
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        externalId);
  }

  private static Contact done(Outcome<ContactView> outcome) {
    return switch (outcome) {
      case Outcome.Done<ContactView>(ContactView view) -> view.contact();
      case Outcome.Refused<ContactView>(DomainError error) -> throw new AssertionError(error);
    };
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
