package dev.parley.application.search;

import dev.parley.application.attribute.InMemoryAttributeValues;
import dev.parley.application.conversation.InMemoryConversationData;
import dev.parley.application.conversation.InMemoryConversationData.Stored;
import dev.parley.application.search.Condition.Choice;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.InMemoryUnitOfWork;
import dev.parley.application.shared.Permission;
import dev.parley.domain.attribute.AttributeValue;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.attribute.Field;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.QueuePlace;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches what is in memory; of words it knows only the form that was asked for. */
public final class InMemoryConversationSearch implements ConversationSearch {
  private static final Comparator<ConversationHit> ORDER =
      Comparator.comparing(ConversationHit::place, InMemoryConversationSearch::compare).reversed();

  private final InMemoryUnitOfWork unitOfWork;
  private final InMemoryConversationData data;
  private final InMemoryAttributeValues values;
  private final InstantSource clock;

  public InMemoryConversationSearch(
      InMemoryUnitOfWork unitOfWork,
      InMemoryConversationData data,
      InMemoryAttributeValues values,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.data = data;
    this.values = values;
    this.clock = clock;
  }

  @Override
  public Uni<Found> find(Actor actor, Query query, Optional<Place> after, int limit) {
    actor.require(Permission.CONVERSATIONS_READ);
    return unitOfWork.alone(
        () ->
            Found.cut(
                data.conversations().of(actor.organization()).stream()
                    .filter(stored -> fits(actor.organization(), stored, query.filter()))
                    .flatMap(stored -> hit(actor.organization(), stored, query).stream())
                    .filter(hit -> after.isEmpty() || compare(hit.place(), after.get()) < 0)
                    .sorted(ORDER)
                    .limit(limit + 1L)
                    .toList(),
                limit));
  }

  /** Ids compare as PostgreSQL compares them. */
  private static int compare(Place one, Place other) {
    return Comparator.comparingLong(Place::rank)
        .thenComparing(place -> place.id().toString())
        .compare(one, other);
  }

  private Optional<ConversationHit> hit(OrganizationId organization, Stored stored, Query query) {
    Conversation conversation = stored.conversation();
    TextQuery text = query.text();
    if (text == null) {
      return Optional.of(
          new ConversationHit(
              new Place(conversation.createdAt().toEpochMilli(), conversation.id().value()),
              stored.number(),
              null,
              List.of()));
    }
    List<Scored> best =
        texts(organization, conversation)
            .map(document -> document.score(text))
            .filter(scored -> scored.score() > 0)
            .sorted(
                Comparator.comparingInt(Scored::score)
                    .thenComparing(scored -> scored.id().toString())
                    .reversed())
            .toList();
    if (best.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ConversationHit(
            new Place(best.getFirst().score(), best.getFirst().id()),
            stored.number(),
            conversation.subject() == null
                ? null
                : highlighter(text).whole(PlainText.oneLine(conversation.subject())).orElse(null),
            query.messages()
                ? best.stream()
                    .filter(scored -> !scored.id().equals(conversation.id().value()))
                    .limit(MESSAGES_MAX)
                    .map(scored -> scored.toView(highlighter(text)))
                    .toList()
                : List.of()));
  }

  private static Highlighter highlighter(TextQuery query) {
    return query.exact() ? Highlighter.ofPhrase(query) : Highlighter.ofWords(query, query.words());
  }

  private record Document(UUID id, String text) {
    Scored score(TextQuery query) {
      List<String> words = Word.in(text).stream().map(Word::folded).toList();
      int score =
          query.exact()
              ? java.util.Collections.indexOfSubList(words, query.words()) < 0 ? 0 : 1
              : (int) query.words().stream().filter(words::contains).count();
      return new Scored(id, text, query.words().isEmpty() ? 0 : score);
    }
  }

  private record Scored(UUID id, String text, int score) {
    MessageHit toView(Highlighter highlighter) {
      return new MessageHit(
          new dev.parley.domain.conversation.MessageId(id), highlighter.part(text, EXCERPT));
    }
  }

  private Stream<Document> texts(OrganizationId organization, Conversation conversation) {
    String subject = conversation.subject();
    Stream<Document> ofSubject =
        subject == null
            ? Stream.empty()
            : Stream.of(new Document(conversation.id().value(), PlainText.oneLine(subject)));
    return Stream.concat(
        ofSubject,
        messages(organization, conversation)
            .flatMap(
                message ->
                    message.content() == null
                        ? Stream.empty()
                        : Stream.of(
                            new Document(message.id().value(), PlainText.of(message.content())))));
  }

  private Stream<Message> messages(OrganizationId organization, Conversation conversation) {
    return data.messages().of(organization).stream()
        .filter(message -> message.conversation().equals(conversation.id()));
  }

  private boolean fits(OrganizationId organization, Stored stored, ConversationFilter filter) {
    Stream<Condition> conditions = filter.conditions().stream();
    return filter.conditions().isEmpty()
        || (filter.all()
            ? conditions.allMatch(condition -> holds(organization, stored, condition))
            : conditions.anyMatch(condition -> holds(organization, stored, condition)));
  }

  private boolean holds(OrganizationId organization, Stored stored, Condition condition) {
    Conversation c = stored.conversation();
    return switch (condition) {
      case Condition.OfAgent(var agent) ->
          chosen(agent, c.assignment() instanceof Assignment.Assigned e ? e.agent() : null);
      case Condition.OfQueue(var queue) -> {
        QueuePlace place = c.lastQueue();
        yield chosen(queue, place == null ? null : place.queue());
      }
      case Condition.OfRequester(var requester) -> chosen(requester, c.requester());
      case Condition.Numbered(var number) -> chosen(number, stored.number());
      case Condition.OverChannel(var channel) -> chosen(channel, c.channel());
      case Condition.Going(var direction) -> chosen(direction, c.direction());
      case Condition.In(var status) -> chosen(status, status(c.state()));
      case Condition.Tagged(var rule, var tags) -> {
        Set<Object> had = new HashSet<>(c.tags());
        had.retainAll(tags);
        yield switch (rule) {
          case HAS_ONE -> !had.isEmpty();
          case HAS_ALL -> had.size() == tags.size();
          case LACKS_ONE -> had.size() < tags.size();
          case LACKS_ALL -> had.isEmpty();
          case HAS_NO_TAG -> c.tags().isEmpty();
          case HAS_ANY_TAG -> !c.tags().isEmpty();
        };
      }
      case Condition.Holding(var attribute, var value) ->
          holds(value, value(organization, c, attribute));
      case Condition.Happened(var moment, var from, var to) -> {
        Instant at = moment(organization, c, moment);
        yield at != null && (from == null || !at.isBefore(from)) && (to == null || !at.isAfter(to));
      }
      case Condition.Lasted(var least, var most) -> {
        Instant end = c.state().isSettled() ? c.stateUpdatedAt() : clock.instant();
        Duration lasted = Duration.between(c.createdAt(), end);
        yield lasted.compareTo(least) >= 0 && (most == null || lasted.compareTo(most) <= 0);
      }
    };
  }

  private static <T> boolean chosen(Choice<T> choice, @Nullable T value) {
    return switch (choice) {
      case Choice.OneOf<T>(var values) -> value != null && values.contains(value);
      case Choice.NoneOf<T>(var values) -> value == null || !values.contains(value);
      case Choice.Absent<T> _ -> value == null;
      case Choice.Present<T> _ -> value != null;
    };
  }

  private @Nullable List<String> value(
      OrganizationId organization, Conversation c, CustomAttributeId attribute) {
    return values
        .fields(organization, c.id().value(), defined -> defined.id().equals(attribute))
        .stream()
        .map(Field::value)
        .filter(Objects::nonNull)
        .map(
            value ->
                switch (value) {
                  case AttributeValue.Written(var text) -> List.of(text);
                  case AttributeValue.Chosen(var path) -> path;
                })
        .findFirst()
        .orElse(null);
  }

  private static boolean holds(Choice<List<String>> choice, @Nullable List<String> value) {
    return switch (choice) {
      case Choice.OneOf<List<String>>(var paths) -> value != null && beginsWith(value, paths);
      case Choice.NoneOf<List<String>>(var paths) -> value == null || !beginsWith(value, paths);
      case Choice.Absent<List<String>> _ -> value == null;
      case Choice.Present<List<String>> _ -> value != null;
    };
  }

  private static boolean beginsWith(List<String> value, Set<List<String>> paths) {
    return paths.stream()
        .anyMatch(
            path -> path.size() <= value.size() && value.subList(0, path.size()).equals(path));
  }

  private static Condition.Status status(ConversationState state) {
    return switch (state) {
      case ConversationState.Open _ -> Condition.Status.OPEN;
      case ConversationState.Pending _, ConversationState.Snoozed _ -> Condition.Status.PENDING;
      case ConversationState.Resolved _, ConversationState.Closed _ -> Condition.Status.SETTLED;
    };
  }

  private @Nullable Instant moment(
      OrganizationId organization, Conversation c, Condition.Moment moment) {
    return switch (moment) {
      case CREATED -> c.createdAt();
      case SETTLED -> c.state().isSettled() ? c.stateUpdatedAt() : null;
      case ASSIGNED -> c.assignment() instanceof Assignment.Assigned e ? e.since() : null;
      case LAST_MESSAGE ->
          messages(organization, c)
              .map(Message::createdAt)
              .max(Comparator.naturalOrder())
              .orElse(null);
      case LAST_ACTIVITY ->
          data.events(organization, c.id()).stream()
              .map(ConversationEvent::at)
              .collect(Collectors.maxBy(Comparator.naturalOrder()))
              .orElse(null);
    };
  }
}
