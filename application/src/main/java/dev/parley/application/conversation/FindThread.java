package dev.parley.application.conversation;

import dev.parley.application.channel.InboundEvent.ThreadHints;
import dev.parley.application.conversation.Conversations.ThreadMatch;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Envelope;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conversation a message continues. A signed token proves it for anybody, but a stranger who
 * knows one is marked as such; a mere reference counts only from somebody who took part, since
 * anybody can write one.
 */
final class FindThread {
  private final Conversations conversations;

  FindThread(Conversations conversations) {
    this.conversations = conversations;
  }

  /** A conversation, and whether the sender belongs to it. */
  record Match(Conversation conversation, Envelope.Sender sender) {}

  Uni<Optional<Match>> of(Transaction tx, ThreadHints hints, Contact sender) {
    return firstUsable(tx, hints.proved(), sender, true)
        .chain(
            match ->
                match.isPresent() || hints.claimed().isEmpty()
                    ? Uni.createFrom().item(match)
                    : claimed(tx, hints.claimed(), sender));
  }

  private Uni<Optional<Match>> claimed(Transaction tx, List<String> ids, Contact sender) {
    return conversations
        .findThreads(tx, ids)
        .chain(found -> firstUsable(tx, nearestFirst(ids, found), sender, false));
  }

  private static List<ConversationId> nearestFirst(List<String> ids, List<ThreadMatch> found) {
    List<ConversationId> ordered = new ArrayList<>();
    for (String id : ids) {
      found.stream()
          .filter(match -> match.providerId().equals(id))
          .map(ThreadMatch::conversation)
          .filter(conversation -> !ordered.contains(conversation))
          .forEach(ordered::add);
    }
    return ordered;
  }

  private Uni<Optional<Match>> firstUsable(
      Transaction tx, List<ConversationId> candidates, Contact sender, boolean proved) {
    Uni<Optional<Match>> first = Uni.createFrom().item(Optional.empty());
    for (ConversationId candidate : candidates) {
      first =
          first.chain(
              match ->
                  match.isPresent()
                      ? Uni.createFrom().item(match)
                      : usable(tx, candidate, sender, proved));
    }
    return first;
  }

  private Uni<Optional<Match>> usable(
      Transaction tx, ConversationId candidate, Contact sender, boolean proved) {
    return conversations
        .find(tx, candidate)
        .chain(
            found ->
                found.isEmpty() || found.get().anonymizedAt() != null
                    ? Uni.createFrom().item(Optional.empty())
                    : judge(tx, found.get(), sender, proved));
  }

  private Uni<Optional<Match>> judge(
      Transaction tx, Conversation conversation, Contact sender, boolean proved) {
    return tookPart(tx, conversation, sender)
        .map(
            participant -> {
              if (participant) {
                return Optional.of(new Match(conversation, Envelope.Sender.PARTICIPANT));
              }
              return proved
                  ? Optional.of(new Match(conversation, Envelope.Sender.STRANGER))
                  : Optional.empty();
            });
  }

  private Uni<Boolean> tookPart(Transaction tx, Conversation conversation, Contact sender) {
    return conversation.requester().equals(sender.id())
        ? Uni.createFrom().item(true)
        : conversations.tookPart(tx, conversation.id(), sender.id());
  }
}
