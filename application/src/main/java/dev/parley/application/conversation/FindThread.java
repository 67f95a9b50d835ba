package dev.parley.application.conversation;

import dev.parley.application.channel.InboundEvent.ThreadHints;
import dev.parley.application.conversation.Conversations.Candidate;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Envelope;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

  /** What {@link #among} chooses from; sends its statement when it is called. */
  Uni<List<Candidate>> candidates(Transaction tx, ThreadHints hints, EmailAddress sender) {
    return hints.proved().isEmpty() && hints.claimed().isEmpty()
        ? Uni.createFrom().item(List.of())
        : conversations.candidates(tx, hints.proved(), hints.claimed(), sender);
  }

  static Optional<Match> among(List<Candidate> candidates, ThreadHints hints, Contact sender) {
    return proved(candidates, hints, sender).or(() -> claimed(candidates, hints, sender));
  }

  private static Optional<Match> proved(
      List<Candidate> candidates, ThreadHints hints, Contact sender) {
    return hints.proved().stream()
        .flatMap(id -> usable(candidates, candidate -> candidate.conversation().id().equals(id)))
        .findFirst()
        .map(
            candidate ->
                new Match(
                    candidate.conversation(),
                    belongs(candidate, sender)
                        ? Envelope.Sender.PARTICIPANT
                        : Envelope.Sender.STRANGER));
  }

  private static Optional<Match> claimed(
      List<Candidate> candidates, ThreadHints hints, Contact sender) {
    return hints.claimed().stream()
        .flatMap(id -> usable(candidates, candidate -> candidate.providerIds().contains(id)))
        .filter(candidate -> belongs(candidate, sender))
        .findFirst()
        .map(candidate -> new Match(candidate.conversation(), Envelope.Sender.PARTICIPANT));
  }

  private static Stream<Candidate> usable(
      List<Candidate> candidates, Predicate<Candidate> isMeant) {
    return candidates.stream()
        .filter(isMeant)
        .filter(candidate -> candidate.conversation().anonymizedAt() == null);
  }

  private static boolean belongs(Candidate candidate, Contact sender) {
    return candidate.tookPart() || candidate.conversation().requester().equals(sender.id());
  }
}
