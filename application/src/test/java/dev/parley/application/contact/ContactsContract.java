package dev.parley.application.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.contact.ContactDirectory.Filter;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.StoreContract;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactError.ContactKeyTaken;
import dev.parley.domain.contact.ContactError.ContactNotFound;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the stores of contacts promise. */
public interface ContactsContract extends StoreContract {
  EmailAddress ANNA = new EmailAddress("Anna@Example.org");

  Contacts contacts();

  ContactDirectory directory();

  @Test
  default void aContactThatWasAddedIsFoundByBothPortsWithAllItsParts() {
    Contact stored = await(directory().add(here(), complete()));

    assertThat(stored.number()).isPositive();
    assertThat(stored.emails()).hasSize(2);
    assertThat(await(directory().get(here(), stored.id())))
        .isEqualTo(new ContactView(stored, List.of()));
    assertThat(this.<Contact>inTransaction(tx -> contacts().get(tx, stored.id())))
        .isEqualTo(stored);
  }

  @Test
  default void anotherOrganizationDoesNotSeeAContact() {
    Contact stored = await(directory().add(here(), complete()));

    assertThat(errorOf(directory().get(elsewhere(), stored.id())))
        .isEqualTo(new ContactNotFound(stored.id()));
    assertThat(
            errorOf(unitOfWork().inTransaction(elsewhere(), tx -> contacts().get(tx, stored.id()))))
        .isEqualTo(new ContactNotFound(stored.id()));
    assertThat(await(directory().page(elsewhere(), new Filter.Everyone(), Optional.empty(), 10)))
        .isEqualTo(new Page<>(List.of(), Optional.empty()));
    await(directory().add(elsewhere(), complete()));
  }

  @Test
  default void anAddressBelongsToOneContactWhateverItsCase() {
    await(directory().add(here(), withEmail("anna@example.org")));

    assertThat(errorOf(directory().add(here(), withEmail("ANNA@example.org"))))
        .isEqualTo(new ContactKeyTaken("email"));
  }

  @Test
  default void anExternalIdBelongsToOneContact() {
    await(directory().add(here(), withExternalId("c-1")));

    assertThat(errorOf(directory().add(here(), withExternalId("c-1"))))
        .isEqualTo(new ContactKeyTaken("externalId"));
  }

  @Test
  default void everythingAboutAContactCanBeChanged() {
    Contact stored = await(directory().add(here(), complete()));
    Contact wanted =
        with(
            stored,
            new Contact.Name("Anna Z.", null, List.of("Q"), "Z"),
            List.of(
                new EmailAddress("anna@home.example.org"),
                new EmailAddress("ANNA@example.org"),
                new EmailAddress("z@example.org")),
            List.of("+4599999999"),
            "crm-8");

    assertThat(await(directory().change(here(), stored.id(), _ -> wanted, NOW)).contact())
        .isEqualTo(wanted);
    assertThat(await(directory().get(here(), stored.id())).contact()).isEqualTo(wanted);

    Contact bare = with(stored, Contact.Name.UNKNOWN, List.of(), List.of(), null);
    assertThat(await(directory().change(here(), stored.id(), _ -> bare, NOW)).contact())
        .isEqualTo(bare);
    assertThat(await(directory().get(here(), stored.id())).contact()).isEqualTo(bare);
  }

  @Test
  default void whatAnotherContactHasCannotBeTaken() {
    await(directory().add(here(), complete()));
    Contact stored = await(directory().add(here(), withEmail("bert@example.org")));

    assertThat(
            errorOf(
                directory()
                    .change(
                        here(),
                        stored.id(),
                        bert -> withEmails(bert, "new@example.org", "ANNA@example.org"),
                        NOW)))
        .isEqualTo(new ContactKeyTaken("email"));
    assertThat(
            errorOf(
                directory()
                    .change(
                        here(),
                        stored.id(),
                        bert -> with(bert, bert.name(), bert.emails(), List.of(), "crm-7"),
                        NOW)))
        .isEqualTo(new ContactKeyTaken("externalId"));
    assertThat(await(directory().get(here(), stored.id())).contact()).isEqualTo(stored);
  }

  @Test
  default void anAddressThatWasGivenUpIsFree() {
    Contact stored = await(directory().add(here(), withEmail("anna@example.org")));
    for (String address : List.of("2@example.org", "anna@example.org", "3@example.org")) {
      await(directory().change(here(), stored.id(), anna -> withEmails(anna, address), NOW));
    }

    await(directory().add(here(), withEmail("anna@example.org")));
  }

  @Test
  default void aRefusedChangeIsNone() {
    Contact stored = await(directory().add(here(), complete()));

    assertThat(
            errorOf(
                directory()
                    .change(
                        here(),
                        stored.id(),
                        _ -> {
                          throw SharedError.invalid("email", "is wrong");
                        },
                        NOW)))
        .isInstanceOf(SharedError.InvalidField.class);
    assertThat(errorOf(directory().change(elsewhere(), stored.id(), same -> same, NOW)))
        .isEqualTo(new ContactNotFound(stored.id()));
    assertThat(await(directory().get(here(), stored.id())).contact()).isEqualTo(stored);
  }

  @Test
  default void changesAtOnceAreAllMade() {
    Contact stored = await(directory().add(here(), withEmail("0@example.org")));
    List<CompletableFuture<ContactView>> racing =
        IntStream.range(1, 8)
            .mapToObj(
                i ->
                    directory()
                        .change(
                            here(),
                            stored.id(),
                            present -> withAnotherEmail(present, i + "@example.org"),
                            NOW)
                        .subscribeAsCompletionStage())
            .toList();
    racing.forEach(CompletableFuture::join);

    assertThat(await(directory().get(here(), stored.id())).contact().emails()).hasSize(8);
  }

  @Test
  default void aContactIsFoundByEachOfItsKeys() {
    Contact stored = await(directory().add(here(), complete()));
    await(directory().add(here(), withEmail("someone@example.org")));

    for (Filter filter :
        List.of(
            new Filter.WithEmail(new EmailAddress("anna@home.example.org")),
            new Filter.WithPhone("+4512345678"),
            new Filter.WithExternalId("crm-7"))) {
      assertThat(await(directory().page(here(), filter, Optional.empty(), 10)).items())
          .containsExactly(stored);
    }
  }

  @Test
  default void pagesFollowEachOtherWithoutGapOrRepetition() {
    List<ContactId> added =
        IntStream.range(0, 5)
            .mapToObj(i -> await(directory().add(here(), withEmail("c" + i + "@example.org"))).id())
            .toList();

    List<ContactId> seen = new ArrayList<>();
    Page<Contact> page =
        await(directory().page(here(), new Filter.Everyone(), Optional.empty(), 2));
    page.items().forEach(contact -> seen.add(contact.id()));
    while (page.next().isPresent()) {
      page = await(directory().page(here(), new Filter.Everyone(), page.next(), 2));
      page.items().forEach(contact -> seen.add(contact.id()));
    }

    assertThat(seen).containsExactlyInAnyOrderElementsOf(added).doesNotHaveDuplicates();
    assertThat(page.items()).hasSize(1);
  }

  @Test
  default void aStrangerIsCreatedAndTheSameAddressFindsThemAgain() {
    Contact created = findOrCreate(ANNA, "Anna", new ContactId(newId()));
    Contact found =
        findOrCreate(new EmailAddress("anna@example.org"), "Somebody", new ContactId(newId()));

    assertThat(created.number()).isPositive();
    assertThat(created.name().display()).isEqualTo("Anna");
    assertThat(created.emails()).containsExactly(ANNA);
    assertThat(created.createdAt()).isEqualTo(NOW);
    assertThat(found).isEqualTo(created);
    assertThat(await(directory().get(here(), created.id())).contact()).isEqualTo(created);
  }

  @Test
  default void anUnknownNameIsLearnedAndAKnownOneKept() {
    Contact nameless = findOrCreate(ANNA, null, new ContactId(newId()));
    assertThat(nameless.name()).isEqualTo(Contact.Name.UNKNOWN);

    Contact named = findOrCreate(ANNA, "Anna", new ContactId(newId()));
    assertThat(named.name().display()).isEqualTo("Anna");
    assertThat(await(directory().get(here(), nameless.id())).contact().name().display())
        .isEqualTo("Anna");
    assertThat(findOrCreate(ANNA, null, new ContactId(newId())).name().display()).isEqualTo("Anna");
  }

  @Test
  default void aFoundContactKeepsAllItsAddressesInOrder() {
    Contact stored = await(directory().add(here(), complete()));

    assertThat(
            findOrCreate(new EmailAddress("anna@home.example.org"), null, new ContactId(newId())))
        .isEqualTo(stored);
  }

  @Test
  default void callersAtOnceGetTheSameContact() {
    List<CompletableFuture<Contact>> racing =
        IntStream.range(0, 8)
            .mapToObj(
                _ -> {
                  ContactId id = new ContactId(newId());
                  Uni<Contact> one =
                      unitOfWork()
                          .inTransaction(
                              here(), tx -> contacts().findOrCreate(tx, ANNA, "Anna", id, NOW));
                  return one.subscribeAsCompletionStage();
                })
            .toList();

    assertThat(racing.stream().map(CompletableFuture::join).map(Contact::id).distinct()).hasSize(1);
    assertThat(await(directory().page(here(), new Filter.Everyone(), Optional.empty(), 10)).items())
        .hasSize(1);
  }

  private Contact findOrCreate(EmailAddress address, @Nullable String name, ContactId newId) {
    return inTransaction(tx -> contacts().findOrCreate(tx, address, name, newId, NOW));
  }

  private Contact complete() {
    return new Contact(
        new ContactId(newId()),
        0,
        new Contact.Name("Anna A.", "Anna", List.of("B", "C"), "A"),
        List.of(ANNA, new EmailAddress("anna@home.example.org")),
        List.of("+4512345678", "+4587654321"),
        "https://example.org/anna.png",
        "crm-7",
        false,
        NOW,
        null);
  }

  private static Contact withEmails(Contact contact, String... emails) {
    return with(
        contact,
        contact.name(),
        Stream.of(emails).map(EmailAddress::new).toList(),
        contact.phoneNumbers(),
        contact.externalId());
  }

  private static Contact withAnotherEmail(Contact contact, String email) {
    return withEmails(
        contact,
        Stream.concat(contact.emails().stream().map(EmailAddress::value), Stream.of(email))
            .toArray(String[]::new));
  }

  private static Contact with(
      Contact contact,
      Contact.Name name,
      List<EmailAddress> emails,
      List<String> phoneNumbers,
      @Nullable String externalId) {
    return new Contact(
        contact.id(),
        contact.number(),
        name,
        emails,
        phoneNumbers,
        contact.avatarUrl(),
        externalId,
        contact.blocked(),
        contact.createdAt(),
        contact.anonymizedAt());
  }

  private Contact withEmail(String email) {
    return bare(List.of(new EmailAddress(email)), null);
  }

  private Contact withExternalId(String externalId) {
    return bare(List.of(), externalId);
  }

  private Contact bare(List<EmailAddress> emails, @Nullable String externalId) {
    return new Contact(
        new ContactId(newId()),
        0,
        Contact.Name.UNKNOWN,
        emails,
        List.of(),
        null,
        externalId,
        false,
        NOW,
        null);
  }
}
