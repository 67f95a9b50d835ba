package dev.parley.domain.conversation;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.Text;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation lives from its first message until its personal data is removed. It waits in a
 * queue, is claimed by or assigned to one agent at a time, is settled and may be reopened by either
 * side. Every command is decided here and answers what happened; {@link #apply} is the only place
 * where state changes.
 *
 * @param contactAddress the address of the contact in this conversation, in the channel's form
 * @param browser what the contact began it with, where that is known
 * @param source null unless it was imported
 * @param lastQueue where it waits or waited last; kept while an agent holds it
 * @param tags only what decisions need: the ids
 * @param link to its parent, if it has one
 * @param version how many events it has seen; each takes the next number, without gaps
 */
public record Conversation(
    ConversationId id,
    ContactId requester,
    Channel channel,
    Direction direction,
    @Nullable ContactEndpointId endpoint,
    @Nullable String contactAddress,
    @Nullable String subject,
    @Nullable String language,
    @Nullable BrowserInfo browser,
    @Nullable Source source,
    ConversationState state,
    Instant stateUpdatedAt,
    Assignment assignment,
    @Nullable QueuePlace lastQueue,
    Set<TagId> tags,
    @Nullable ConversationLink link,
    Instant createdAt,
    @Nullable Instant anonymizedAt,
    long version) {
  public static final int SUBJECT_MAX = 1000;
  public static final int LANGUAGE_MAX = 35;

  public Conversation {
    tags = Set.copyOf(tags);
    subject = subject == null ? null : Text.optional("subject", subject, SUBJECT_MAX);
    language = language == null ? null : Text.optional("language", language, LANGUAGE_MAX);
  }

  /**
   * What a new conversation is about and where it came in.
   *
   * @param createdAt also the instant of its first events
   */
  public record Beginning(
      ConversationId id,
      ContactId requester,
      Channel channel,
      Direction direction,
      @Nullable ContactEndpointId endpoint,
      @Nullable String contactAddress,
      @Nullable String subject,
      @Nullable String language,
      @Nullable BrowserInfo browser,
      @Nullable Source source,
      Instant createdAt) {
    /** Of a contact whose browser we do not see, and not imported. */
    public Beginning(
        ConversationId id,
        ContactId requester,
        Channel channel,
        Direction direction,
        @Nullable ContactEndpointId endpoint,
        @Nullable String contactAddress,
        @Nullable String subject,
        @Nullable String language,
        Instant createdAt) {
      this(
          id,
          requester,
          channel,
          direction,
          endpoint,
          contactAddress,
          subject,
          language,
          null,
          null,
          createdAt);
    }
  }

  /** The contact wrote: it waits in {@code queue}. */
  public static Decision<Conversation, ConversationEvent> startInbound(
      Beginning beginning, Message message, QueueId queue) {
    Instant at = beginning.createdAt();
    return blank(beginning)
        .decide()
        .with(new ConversationEvent.Started(at, message.author()))
        .with(new ConversationEvent.MessageAdded(at, message.author(), message))
        .with(new ConversationEvent.Queued(at, new Author.BySystem(), queue))
        .decision();
  }

  /** An agent wrote first and keeps it; {@code queue} is where it goes when handed back. */
  public static Decision<Conversation, ConversationEvent> startOutbound(
      Beginning beginning, Message message, AgentId agent, QueueId queue) {
    Instant at = beginning.createdAt();
    return blank(beginning)
        .placedIn(new QueuePlace(queue, at))
        .decide()
        .with(new ConversationEvent.Started(at, message.author()))
        .with(new ConversationEvent.MessageAdded(at, message.author(), message))
        .with(new ConversationEvent.Assigned(at, message.author(), agent))
        .decision();
  }

  /** Nothing is said yet; it waits in {@code queue} to be called. */
  public static Decision<Conversation, ConversationEvent> startSilent(
      Beginning beginning, Author by, QueueId queue) {
    Instant at = beginning.createdAt();
    return blank(beginning)
        .decide()
        .with(new ConversationEvent.Started(at, by))
        .queued(queue, new Author.BySystem(), at)
        .decision();
  }

  /**
   * Adds what somebody said. A contact who writes reopens a settled or waiting conversation into
   * its queue, unless a machine wrote or the contact is blocked.
   *
   * @param defaultQueue for a conversation that was never queued
   * @throws DomainException {@link ConversationError.ConversationIsAnonymized}
   */
  public Decision<Conversation, ConversationEvent> add(
      Message message, boolean contactBlocked, QueueId defaultQueue) {
    requireNotAnonymized();
    Deciding deciding =
        decide()
            .with(
                new ConversationEvent.MessageAdded(message.createdAt(), message.author(), message));
    boolean wakes =
        message.direction() == Direction.INBOUND && !message.isAutomatic() && !contactBlocked;
    return wakes
        ? deciding.wokenBy(message.author(), message.createdAt(), defaultQueue).decision()
        : deciding.decision();
  }

  /**
   * @throws DomainException {@link ConversationError.ConversationIsAnonymized}
   */
  public Decision<Conversation, ConversationEvent> addNote(InternalNote note) {
    requireNotAnonymized();
    return decide()
        .with(
            new ConversationEvent.NoteAdded(
                note.createdAt(), new Author.ByAgent(note.author()), note))
        .decision();
  }

  /**
   * An agent takes it, from another one if {@code force}. Opens a waiting conversation. Without
   * effect when the agent already holds it.
   *
   * @throws DomainException {@link ConversationError.ConversationIsAnonymized}, {@link
   *     ConversationError.ConversationSettled}, {@link ConversationError.AlreadyAssigned} when
   *     another agent holds it and {@code force} is false
   */
  public Decision<Conversation, ConversationEvent> claim(
      AgentId agent, boolean force, Author by, Instant at) {
    requireNotAnonymized();
    if (state.isSettled()) {
      throw new DomainException(new ConversationError.ConversationSettled());
    }
    AgentId holder = assignment.holder().orElse(null);
    if (holder != null && !holder.equals(agent) && !force) {
      throw new DomainException(new ConversationError.AlreadyAssigned(holder));
    }
    Deciding deciding = decide();
    if (!(state instanceof ConversationState.Open)) {
      deciding.resumed(by, at);
    }
    if (agent.equals(holder)) {
      return deciding.decision();
    }
    if (assignment instanceof Assignment.Offered offer && offer.agent().equals(agent)) {
      deciding.with(new ConversationEvent.OfferAccepted(at, by, agent));
    }
    if (holder != null) {
      deciding.with(new ConversationEvent.Unassigned(at, by, holder));
    }
    return deciding
        .with(new ConversationEvent.Claimed(at, by, agent, assignment))
        .with(new ConversationEvent.Assigned(at, by, agent))
        .decision();
  }

  /**
   * Assignment and queue stay readable. Without effect on a closed one.
   *
   * @throws DomainException {@link ConversationError.ConversationIsAnonymized}
   */
  public Decision<Conversation, ConversationEvent> close(Author by, Instant at) {
    requireNotAnonymized();
    if (state instanceof ConversationState.Closed) {
      return Decision.unchanged(this);
    }
    return decide().withoutFollowUp(by, at).with(new ConversationEvent.Closed(at, by)).decision();
  }

  /**
   * Back into its last queue, or the default one; nobody holds it then. Without effect on a
   * conversation that is not settled.
   *
   * @throws DomainException {@link ConversationError.ConversationIsAnonymized}
   */
  public Decision<Conversation, ConversationEvent> reopen(
      QueueId defaultQueue, Author by, Instant at) {
    requireNotAnonymized();
    if (!state.isSettled()) {
      return Decision.unchanged(this);
    }
    return decide().reopened(by, at).queued(queueOr(defaultQueue), by, at).decision();
  }

  /**
   * Into another queue, or to the end of the same one; whoever held it no longer does. Reopens a
   * settled one there.
   *
   * @throws DomainException {@link ConversationError.ConversationIsAnonymized}
   */
  public Decision<Conversation, ConversationEvent> transferTo(
      QueueId queue, Author by, Instant at) {
    requireNotAnonymized();
    Deciding deciding = decide().with(new ConversationEvent.TransferInitiated(at, by, queue));
    if (state.isSettled()) {
      deciding.with(new ConversationEvent.Reopened(at, by));
    } else if (!(state instanceof ConversationState.Open)) {
      deciding.resumed(by, at);
    }
    return deciding
        .released(by, at)
        .with(new ConversationEvent.Transferred(at, by, queue))
        .queued(queue, by, at)
        .decision();
  }

  /**
   * Back into its last queue, or the default one, because whoever has it, or has it offered, works
   * here no longer. Without effect on one that is settled or that nobody has.
   */
  public Decision<Conversation, ConversationEvent> handBack(
      QueueId defaultQueue, Author by, Instant at) {
    boolean held =
        assignment instanceof Assignment.Assigned || assignment instanceof Assignment.Offered;
    return state.isSettled() || !held
        ? Decision.unchanged(this)
        : decide().released(by, at).queued(queueOr(defaultQueue), by, at).decision();
  }

  /**
   * Sets it aside until a moment, at which it opens by itself; its holder or its place in the queue
   * stays. A contact who writes, and whoever takes it, comes before that.
   *
   * @throws DomainException {@link ConversationError.ConversationIsAnonymized}, {@link
   *     ConversationError.FollowUpInThePast}
   */
  public Decision<Conversation, ConversationEvent> followUp(Instant until, Author by, Instant at) {
    requireNotAnonymized();
    if (!until.isAfter(at)) {
      throw new DomainException(new ConversationError.FollowUpInThePast());
    }
    return decide()
        .with(new ConversationEvent.FollowUpAdded(at, by, until))
        .with(new ConversationEvent.SetAside(at, by, new ConversationState.Snoozed(until)))
        .decision();
  }

  /** Opens it when the moment of its follow-up has come; without effect otherwise. */
  public Decision<Conversation, ConversationEvent> expireFollowUp(Instant at) {
    if (state instanceof ConversationState.Snoozed(Instant until) && !until.isAfter(at)) {
      Author by = new Author.BySystem();
      return decide()
          .with(new ConversationEvent.FollowUpExpired(at, by))
          .with(new ConversationEvent.Resumed(at, by))
          .decision();
    }
    return Decision.unchanged(this);
  }

  /**
   * Without effect when it has the tag.
   *
   * @throws DomainException {@link ConversationError.ConversationIsAnonymized}, {@link
   *     dev.parley.domain.tag.TagError.TagInactive}
   */
  public Decision<Conversation, ConversationEvent> addTag(Tag tag, Author by, Instant at) {
    requireNotAnonymized();
    if (!tag.active()) {
      throw new DomainException(new dev.parley.domain.tag.TagError.TagInactive(tag.id()));
    }
    return tags.contains(tag.id())
        ? Decision.unchanged(this)
        : decide().with(new ConversationEvent.TagAdded(at, by, tag.id())).decision();
  }

  /**
   * All of them or, when one is refused, none.
   *
   * @throws DomainException as {@link #addTag}
   */
  public Decision<Conversation, ConversationEvent> addTags(List<Tag> added, Author by, Instant at) {
    requireNotAnonymized();
    Decision<Conversation, ConversationEvent> decision = Decision.unchanged(this);
    for (Tag tag : added) {
      decision = decision.then(tagged -> tagged.addTag(tag, by, at));
    }
    return decision;
  }

  /**
   * Without effect when it lacks the tag.
   *
   * @throws DomainException {@link ConversationError.ConversationIsAnonymized}
   */
  public Decision<Conversation, ConversationEvent> removeTag(TagId tag, Author by, Instant at) {
    requireNotAnonymized();
    return tags.contains(tag)
        ? decide().with(new ConversationEvent.TagRemoved(at, by, tag)).decision()
        : Decision.unchanged(this);
  }

  /** Puts it into a queue. Without effect unless it is open and in nobody's hands. */
  public Decision<Conversation, ConversationEvent> waitIn(QueueId queue, Author by, Instant at) {
    return state instanceof ConversationState.Open
            && assignment instanceof Assignment.Unassigned
            && anonymizedAt == null
        ? decide().queued(queue, by, at).decision()
        : Decision.unchanged(this);
  }

  /**
   * A contact is asked what it thinks of an agent's work.
   *
   * @throws DomainException {@link ConversationError.ConversationIsAnonymized}
   */
  public Decision<Conversation, ConversationEvent> offerRating(Rating rating, Author by) {
    requireNotAnonymized();
    return decide()
        .with(new ConversationEvent.RatingOffered(rating.offeredAt(), by, rating))
        .decision();
  }

  /**
   * The contact has answered.
   *
   * @throws DomainException {@link ConversationError.ConversationIsAnonymized}
   */
  public Decision<Conversation, ConversationEvent> rate(Rating answered, Instant at) {
    requireNotAnonymized();
    return decide()
        .with(new ConversationEvent.Rated(at, new Author.ByContact(answered.user()), answered))
        .decision();
  }

  /**
   * Its fields hold other values. Without effect when there is no change.
   *
   * @throws DomainException {@link ConversationError.ConversationIsAnonymized}
   */
  public Decision<Conversation, ConversationEvent> updateAttributes(
      List<AttributeChange> changes, Author by, Instant at) {
    requireNotAnonymized();
    return changes.isEmpty()
        ? Decision.unchanged(this)
        : decide().with(new ConversationEvent.AttributesUpdated(at, by, changes)).decision();
  }

  /**
   * Makes it a child of another conversation, which {@link #adopt adopts} it in the same
   * transaction. Without effect when it is that already.
   *
   * @param children how many this one has
   * @param siblings how many the parent has
   * @throws DomainException {@link ConversationError.ConversationIsAnonymized} of either, {@link
   *     ConversationError.LinkRefused}
   */
  public Decision<Conversation, ConversationEvent> linkTo(
      Conversation parent,
      ConversationLink.Type type,
      long children,
      long siblings,
      Author by,
      Instant at) {
    requireNotAnonymized();
    parent.requireNotAnonymized();
    ConversationLink wanted = new ConversationLink(parent.id(), type);
    if (wanted.equals(link)) {
      return Decision.unchanged(this);
    }
    if (link != null) {
      throw new DomainException(new ConversationError.LinkRefused("it has a parent"));
    }
    if (parent.id().equals(id)) {
      throw new DomainException(new ConversationError.LinkRefused("it is its own parent"));
    }
    if (parent.link() != null || children > 0) {
      throw new DomainException(new ConversationError.LinkRefused("a child has no children"));
    }
    if (siblings >= ConversationLink.CHILDREN_MAX) {
      throw new DomainException(
          new ConversationError.LinkRefused("the parent has enough children"));
    }
    return decide().with(new ConversationEvent.LinkedToParent(at, by, wanted)).decision();
  }

  /** The parent's side of {@link #linkTo}. */
  public Decision<Conversation, ConversationEvent> adopt(
      ConversationId child, ConversationLink.Type type, Author by, Instant at) {
    return decide().with(new ConversationEvent.LinkedFromChild(at, by, child, type)).decision();
  }

  /** A policy gives it to an agent. Without effect unless it waits in a queue. */
  public Decision<Conversation, ConversationEvent> assignByPolicy(AgentId agent, Instant at) {
    return waits()
        ? decide().with(new ConversationEvent.Assigned(at, new Author.BySystem(), agent)).decision()
        : Decision.unchanged(this);
  }

  /** A policy offers it to an agent. Without effect unless it waits in a queue. */
  public Decision<Conversation, ConversationEvent> offerByPolicy(
      AgentId agent, Instant until, Instant at) {
    return waits() && assignment instanceof Assignment.Queued(QueueId queue, Instant _)
        ? decide()
            .with(new ConversationEvent.Offered(at, new Author.BySystem(), queue, agent, until))
            .decision()
        : Decision.unchanged(this);
  }

  /** Back into the queue when an offer was not taken in time; without effect otherwise. */
  public Decision<Conversation, ConversationEvent> expireOffer(Instant at) {
    if (assignment instanceof Assignment.Offered(QueueId queue, AgentId agent, Instant until)
        && !until.isAfter(at)) {
      Author by = new Author.BySystem();
      return decide()
          .with(new ConversationEvent.OfferTimedOut(at, by, agent))
          .queued(queue, by, at)
          .decision();
    }
    return Decision.unchanged(this);
  }

  /**
   * @param code a stable word for the failure, without personal data
   */
  public Decision<Conversation, ConversationEvent> deliveryFailed(
      MessageId message, String code, Instant at) {
    return decide()
        .with(new ConversationEvent.DeliveryFailed(at, new Author.BySystem(), message, code))
        .decision();
  }

  /** Takes away what names anybody. Without effect the second time. */
  public Decision<Conversation, ConversationEvent> anonymize(Author by, Instant at) {
    return anonymizedAt != null
        ? Decision.unchanged(this)
        : decide().with(new ConversationEvent.Anonymized(at, by)).decision();
  }

  public Decision<Conversation, ConversationEvent> redactMessage(
      MessageId message, boolean textRedacted, int deletedFiles, Author by, Instant at) {
    return decide()
        .with(new ConversationEvent.MessageRedacted(at, by, message, textRedacted, deletedFiles))
        .decision();
  }

  /** Total: an event of the past is never refused. */
  public Conversation apply(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.Queued e ->
          placedIn(new QueuePlace(e.queue(), e.at()))
              .held(new Assignment.Queued(e.queue(), e.at()));
      case ConversationEvent.Offered e ->
          held(new Assignment.Offered(e.queue(), e.agent(), e.until()));
      case ConversationEvent.Assigned e -> held(new Assignment.Assigned(e.agent(), e.at()));
      case ConversationEvent.Unassigned _ -> held(new Assignment.Unassigned());
      case ConversationEvent.SetAside e -> in(e.to(), e.at());
      case ConversationEvent.Resumed e -> in(new ConversationState.Open(), e.at());
      case ConversationEvent.Reopened e -> in(new ConversationState.Open(), e.at());
      case ConversationEvent.Closed e -> in(new ConversationState.Closed(), e.at());
      case ConversationEvent.TagAdded e -> tagged(e.tag(), true);
      case ConversationEvent.TagRemoved e -> tagged(e.tag(), false);
      case ConversationEvent.LinkedToParent e -> new Change(this).link(e.link()).build();
      case ConversationEvent.Anonymized e -> withoutPersonalData(e.at());
      case ConversationEvent.Started _,
          ConversationEvent.MessageAdded _,
          ConversationEvent.NoteAdded _,
          ConversationEvent.OfferAccepted _,
          ConversationEvent.OfferTimedOut _,
          ConversationEvent.Claimed _,
          ConversationEvent.TransferInitiated _,
          ConversationEvent.Transferred _,
          ConversationEvent.FollowUpAdded _,
          ConversationEvent.FollowUpRemoved _,
          ConversationEvent.FollowUpExpired _,
          ConversationEvent.RatingOffered _,
          ConversationEvent.Rated _,
          ConversationEvent.AttributesUpdated _,
          ConversationEvent.LinkedFromChild _,
          ConversationEvent.DeliveryFailed _,
          ConversationEvent.MessageRedacted _ ->
          this;
    };
  }

  boolean waits() {
    return state instanceof ConversationState.Open && assignment instanceof Assignment.Queued;
  }

  QueueId queueOr(QueueId fallback) {
    return lastQueue == null ? fallback : lastQueue.queue();
  }

  Conversation counted() {
    return new Change(this).version(version + 1).build();
  }

  private Deciding decide() {
    return new Deciding(this);
  }

  private void requireNotAnonymized() {
    if (anonymizedAt != null) {
      throw new DomainException(new ConversationError.ConversationIsAnonymized());
    }
  }

  static Conversation blank(Beginning from) {
    return new Conversation(
        from.id(),
        from.requester(),
        from.channel(),
        from.direction(),
        from.endpoint(),
        from.contactAddress(),
        from.subject(),
        from.language(),
        from.browser(),
        from.source(),
        new ConversationState.Open(),
        from.createdAt(),
        new Assignment.Unassigned(),
        null,
        Set.of(),
        null,
        from.createdAt(),
        null,
        0);
  }

  private Conversation in(ConversationState newState, Instant at) {
    return new Change(this).state(newState, at).build();
  }

  private Conversation held(Assignment newAssignment) {
    return new Change(this).assignment(newAssignment).build();
  }

  private Conversation placedIn(QueuePlace place) {
    return new Change(this).lastQueue(place).build();
  }

  private Conversation tagged(TagId tag, boolean present) {
    Set<TagId> changed = new HashSet<>(tags);
    if (present) {
      changed.add(tag);
    } else {
      changed.remove(tag);
    }
    return new Change(this).tags(changed).build();
  }

  private Conversation withoutPersonalData(Instant at) {
    return new Change(this).anonymized(at).build();
  }
}
