package dev.parley.application.conversation;

import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.conversation.ActivityEntry.Activity;
import dev.parley.application.conversation.ActivityEntry.Person;
import dev.parley.application.conversation.InMemoryConversationData.Logged;
import dev.parley.application.conversation.InMemoryConversationData.Place;
import dev.parley.application.queue.InMemoryQueues;
import dev.parley.application.tag.InMemoryTags;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.NoteId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.RatingId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words the log: looks up what events only refer to. */
public final class InMemoryActivity {
  private final InMemoryConversationData data;
  private final InMemoryContacts contacts;
  private final InMemoryAgents agents;
  private final InMemoryQueues queues;
  private final InMemoryTags tags;

  public InMemoryActivity(
      InMemoryConversationData data,
      InMemoryContacts contacts,
      InMemoryAgents agents,
      InMemoryQueues queues,
      InMemoryTags tags) {
    this.data = data;
    this.contacts = contacts;
    this.agents = agents;
    this.queues = queues;
    this.tags = tags;
  }

  ActivityEntry entry(OrganizationId organization, long number, Logged logged) {
    return new ActivityEntry(
        logged.id(),
        number,
        logged.event().at(),
        person(organization, logged.event().by()),
        activity(organization, logged));
  }

  private Activity activity(OrganizationId in, Logged logged) {
    return switch (logged.event()) {
      case ConversationEvent.Started _ ->
          new Activity.Started(
              data.conversations()
                  .find(in, logged.conversation())
                  .orElseThrow()
                  .conversation()
                  .subject());
      case ConversationEvent.MessageAdded e ->
          new Activity.MessageAdded(e.message().id(), fromAddress(in, e.message().id()));
      case ConversationEvent.NoteAdded e -> new Activity.NoteAdded(text(in, e.note().id()));
      case ConversationEvent.TagAdded e -> new Activity.TagAdded(name(in, e.tag()));
      case ConversationEvent.TagRemoved e -> new Activity.TagRemoved(name(in, e.tag()));
      case ConversationEvent.Offered e ->
          new Activity.Offered(
              agent(in, e.agent()),
              e.queue().value(),
              Optional.ofNullable(name(in, e.queue())).orElse(""),
              e.until());
      case ConversationEvent.OfferAccepted _ -> new Activity.OfferAccepted();
      case ConversationEvent.OfferTimedOut _ -> new Activity.OfferTimedOut();
      case ConversationEvent.Claimed e -> claimed(in, e.from());
      case ConversationEvent.Assigned e ->
          new Activity.Assigned(e.agent(), agent(in, e.agent()).name());
      case ConversationEvent.Unassigned e -> new Activity.Unassigned(agent(in, e.agent()));
      case ConversationEvent.TransferInitiated e ->
          new Activity.TransferInitiated(e.queue().value(), name(in, e.queue()));
      case ConversationEvent.Transferred e ->
          new Activity.Transferred(e.queue().value(), name(in, e.queue()));
      case ConversationEvent.FollowUpAdded e -> new Activity.FollowUpAdded(e.until());
      case ConversationEvent.FollowUpRemoved _ -> new Activity.FollowUpRemoved();
      case ConversationEvent.FollowUpExpired _ -> new Activity.FollowUpExpired();
      case ConversationEvent.SetAside _ -> new Activity.SetAside();
      case ConversationEvent.Reopened _ -> new Activity.Reopened();
      case ConversationEvent.Closed _ -> new Activity.Closed();
      case ConversationEvent.RatingOffered e ->
          new Activity.RatingOffered(agent(in, e.rating().agent()), contact(in, e.rating().user()));
      case ConversationEvent.Rated e -> rated(in, e.rating().id());
      case ConversationEvent.AttributesUpdated _ ->
          new Activity.AttributesUpdated(
              data.updates()
                  .find(in, new Place(logged.conversation(), logged.sequence()))
                  .orElseThrow()
                  .changes());
      case ConversationEvent.LinkedToParent e ->
          new Activity.LinkedToParent(
              number(in, logged.conversation()), number(in, e.link().parent()), e.link().type());
      case ConversationEvent.LinkedFromChild e ->
          new Activity.LinkedFromChild(
              number(in, e.child()), number(in, logged.conversation()), e.type());
      case ConversationEvent.DeliveryFailed e ->
          new Activity.DeliveryFailed(e.message(), e.code(), reason(in, e.message()));
      case ConversationEvent.MessageRedacted e ->
          new Activity.MessageRedacted(e.message(), e.textRedacted(), e.deletedFiles());
      case ConversationEvent.Queued _,
          ConversationEvent.Resumed _,
          ConversationEvent.Anonymized _ ->
          throw new IllegalStateException("not shown");
    };
  }

  private Activity rated(OrganizationId in, RatingId id) {
    Rating rating = data.ratings().find(in, id).orElseThrow().rating();
    Rating.Answer answer = Objects.requireNonNull(rating.answer());
    return new Activity.Rated(agent(in, rating.agent()), answer.score(), answer.comment());
  }

  private Activity claimed(OrganizationId in, Assignment from) {
    return switch (from) {
      case Assignment.Assigned assigned ->
          new Activity.Claimed(agent(in, assigned.agent()).name(), null);
      case Assignment.Queued queued -> new Activity.Claimed(null, name(in, queued.queue()));
      case Assignment.Offered offered -> new Activity.Claimed(null, name(in, offered.queue()));
      case Assignment.Unassigned _ -> new Activity.Claimed(null, null);
    };
  }

  private Person person(OrganizationId in, Author author) {
    return switch (author) {
      case Author.ByAgent(AgentId id) -> agent(in, id);
      case Author.ByContact(ContactId id) -> contact(in, id);
      case Author.BySystem _ -> new Person(author, null, null, null);
    };
  }

  private Person agent(OrganizationId in, AgentId id) {
    Author author = new Author.ByAgent(id);
    Optional<Agent> found = agents.find(in, id);
    return found
        .map(
            agent ->
                new Person(author, agent.displayName(), agent.email().value(), agent.phoneNumber()))
        .orElseGet(() -> former(in, author, new ContactId(id.value())));
  }

  /** Somebody who was an agent. */
  private Person former(OrganizationId in, Author author, ContactId id) {
    return contacts.has(in, id)
        ? new Person(author, contact(in, id).name(), null, null)
        : new Person(author, null, null, null);
  }

  private Person contact(OrganizationId in, ContactId id) {
    Contact contact = contacts.find(in, id).orElseThrow();
    return new Person(
        new Author.ByContact(id),
        contact.name().display(),
        contact.emails().isEmpty() ? null : contact.emails().getFirst().value(),
        contact.phoneNumbers().isEmpty() ? null : contact.phoneNumbers().getFirst());
  }

  private long number(OrganizationId in, ConversationId id) {
    return data.conversations().find(in, id).orElseThrow().number();
  }

  private @Nullable String fromAddress(OrganizationId in, MessageId id) {
    Envelope envelope = data.messages().find(in, id).map(Message::envelope).orElse(null);
    return envelope == null || envelope.from() == null ? null : envelope.from().email().value();
  }

  private @Nullable String reason(OrganizationId in, MessageId id) {
    return data.messages().find(in, id).map(message -> message.delivery().reason()).orElse(null);
  }

  private String text(OrganizationId in, NoteId id) {
    return data.notes().find(in, id).map(InternalNote::text).orElse("");
  }

  private String name(OrganizationId in, TagId id) {
    return tags.find(in, id).map(Tag::name).orElse("");
  }

  private @Nullable String name(OrganizationId in, QueueId id) {
    return queues.find(in, id).map(details -> details.queue().name()).orElse(null);
  }
}
