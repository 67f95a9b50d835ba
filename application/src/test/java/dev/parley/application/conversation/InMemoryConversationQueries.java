package dev.parley.application.conversation;

import dev.parley.application.attribute.AttributeView;
import dev.parley.application.attribute.InMemoryAttributeValues;
import dev.parley.application.channel.InMemoryContactEndpoints;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.conversation.InMemoryConversationData.Logged;
import dev.parley.application.conversation.InMemoryConversationData.Stored;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.InMemoryPages;
import dev.parley.application.shared.InMemoryUnitOfWork;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.Permission;
import dev.parley.application.tag.InMemoryTags;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationLink;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.tag.Tag;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers questions about the conversations of all organizations. */
public final class InMemoryConversationQueries implements ConversationQueries {
  private final InMemoryUnitOfWork unitOfWork;
  private final InMemoryConversationData data;
  private final InMemoryContactEndpoints endpoints;
  private final InMemoryContacts contacts;
  private final InMemoryTags tags;
  private final InMemoryAttributeValues attributes;
  private final InMemoryActivity activity;

  public InMemoryConversationQueries(
      InMemoryUnitOfWork unitOfWork,
      InMemoryConversationData data,
      InMemoryContactEndpoints endpoints,
      InMemoryContacts contacts,
      InMemoryTags tags,
      InMemoryAttributeValues attributes,
      InMemoryActivity activity) {
    this.unitOfWork = unitOfWork;
    this.data = data;
    this.endpoints = endpoints;
    this.contacts = contacts;
    this.tags = tags;
    this.attributes = attributes;
    this.activity = activity;
  }

  @Override
  public Uni<ConversationView> get(Actor actor, long number) {
    return answer(
        actor,
        organization -> {
          Stored stored = require(organization, number);
          return view(
              organization,
              stored,
              attributes.views(organization, stored.conversation().id().value()));
        });
  }

  @Override
  public Uni<Page<ConversationView>> ofContact(
      Actor actor, ContactId contact, Optional<Cursor> after, int limit) {
    return answer(
        actor,
        organization -> {
          if (!contacts.has(organization, contact)) {
            throw new DomainException(new ContactError.ContactNotFound(contact));
          }
          return InMemoryPages.page(
              data.conversations().of(organization).stream()
                  .filter(stored -> stored.conversation().requester().equals(contact))
                  .map(stored -> view(organization, stored, null))
                  .toList(),
              after,
              limit,
              view ->
                  new Cursor(view.conversation().createdAt(), view.conversation().id().value()));
        });
  }

  @Override
  public Uni<List<ConversationView>> children(Actor actor, long number) {
    return answer(
        actor,
        organization -> {
          ConversationId parent = require(organization, number).conversation().id();
          return data.conversations().of(organization).stream()
              .filter(stored -> isChildOf(parent, stored.conversation()))
              .map(stored -> view(organization, stored, null))
              .sorted(Comparator.comparingLong(ConversationView::number))
              .toList();
        });
  }

  private static boolean isChildOf(ConversationId parent, Conversation conversation) {
    ConversationLink link = conversation.link();
    return link != null && link.parent().equals(parent);
  }

  private ConversationView view(
      OrganizationId organization, Stored stored, @Nullable List<AttributeView> shown) {
    Conversation conversation = stored.conversation();
    ConversationLink link = conversation.link();
    return new ConversationView(
        stored.number(),
        conversation,
        endpoints.addressOf(organization, conversation.endpoint()),
        link == null
            ? null
            : data.conversations().find(organization, link.parent()).orElseThrow().number(),
        shown);
  }

  @Override
  public Uni<Correspondence> messages(Actor actor, long number) {
    return answer(
        actor,
        organization -> {
          Conversation conversation = require(organization, number).conversation();
          return new Correspondence(
              conversation.channel(),
              data.messages().of(organization).stream()
                  .filter(message -> message.conversation().equals(conversation.id()))
                  .sorted(
                      Comparator.comparing(Message::createdAt)
                          .thenComparing(message -> message.id().value().toString()))
                  .toList());
        });
  }

  @Override
  public Uni<List<InternalNote>> notes(Actor actor, long number) {
    return answer(
        actor,
        organization -> {
          ConversationId id = require(organization, number).conversation().id();
          return data.notes().of(organization).stream()
              .filter(note -> note.conversation().equals(id))
              .sorted(
                  Comparator.comparing(InternalNote::createdAt)
                      .thenComparing(note -> note.id().value().toString()))
              .toList();
        });
  }

  @Override
  public Uni<List<Tag>> tags(Actor actor, long number) {
    return answer(
        actor,
        organization ->
            require(organization, number).conversation().tags().stream()
                .flatMap(id -> tags.find(organization, id).stream())
                .sorted(Comparator.comparing(Tag::name))
                .toList());
  }

  @Override
  public Uni<List<ActivityEntry>> activity(Actor actor, long number) {
    return answer(
        actor,
        organization ->
            shown(organization)
                .filter(logged -> numberOf(organization, logged) == number)
                .sorted(Comparator.comparingLong(Logged::sequence))
                .map(logged -> entry(organization, logged))
                .toList());
  }

  @Override
  public Uni<Page<ActivityEntry>> activity(Actor actor, ActivityWindow window, int limit) {
    return answer(
        actor,
        organization ->
            InMemoryPages.page(
                shown(organization)
                    .map(logged -> entry(organization, logged))
                    .filter(entry -> isWithin(window, entry))
                    .toList(),
                window.after(),
                limit,
                entry -> new Cursor(entry.at(), entry.id())));
  }

  private static boolean isWithin(ActivityWindow window, ActivityEntry entry) {
    return (window.from() == null || !entry.at().isBefore(window.from()))
        && (window.to() == null || entry.at().isBefore(window.to()));
  }

  /** Where it waits is no activity of anybody, and what anonymization did shows by itself. */
  private Stream<Logged> shown(OrganizationId organization) {
    return data.activity().of(organization).stream()
        .filter(logged -> !(logged.event() instanceof ConversationEvent.Queued))
        .filter(logged -> !(logged.event() instanceof ConversationEvent.Anonymized));
  }

  private ActivityEntry entry(OrganizationId organization, Logged logged) {
    return activity.entry(organization, numberOf(organization, logged), logged);
  }

  private long numberOf(OrganizationId organization, Logged logged) {
    return data.conversations().find(organization, logged.conversation()).orElseThrow().number();
  }

  private Stored require(OrganizationId organization, long number) {
    Optional<Stored> found =
        data.conversations().of(organization).stream()
            .filter(stored -> stored.number() == number)
            .findFirst();
    return found.orElseThrow(
        () -> new DomainException(new ConversationError.ConversationNotFound()));
  }

  private <T extends @Nullable Object> Uni<T> answer(
      Actor actor, Function<OrganizationId, T> question) {
    return unitOfWork.alone(
        () -> {
          actor.require(Permission.CONVERSATIONS_READ);
          return question.apply(actor.organization());
        });
  }
}
