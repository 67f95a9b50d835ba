package dev.parley.application.conversation;

import dev.parley.application.attachment.RemoteFiles;
import dev.parley.application.attachment.StoreFiles;
import dev.parley.application.conversation.ImportConversation.PastMessage;
import dev.parley.application.conversation.ImportConversation.Problem;
import dev.parley.application.conversation.ImportConversation.RemoteFile;
import dev.parley.application.shared.IdSource;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts the messages of an import in order and fetches their files, one at a time. */
final class PastMessages {
  private final RemoteFiles remote;
  private final StoreFiles files;
  private final IdSource ids;

  PastMessages(RemoteFiles remote, StoreFiles files, IdSource ids) {
    this.remote = remote;
    this.files = files;
    this.ids = ids;
  }

  /**
   * A message on its way in.
   *
   * @param externalId null also when an earlier one has it
   * @param stored its files that could be fetched
   */
  record Arranged(
      MessageId id,
      int position,
      PastMessage past,
      @Nullable String externalId,
      List<Attachment> stored) {}

  /** By time, those of the same time as given; ids count up in that order. */
  List<Arranged> arrange(List<PastMessage> messages) {
    Set<String> taken = new HashSet<>();
    return IntStream.range(0, messages.size())
        .boxed()
        .sorted(Comparator.comparing(i -> messages.get(i).createdAt()))
        .map(i -> arranged(i + 1, messages.get(i), taken))
        .toList();
  }

  private Arranged arranged(int position, PastMessage past, Set<String> taken) {
    String externalId = past.externalId();
    return new Arranged(
        new MessageId(ids.next()),
        position,
        past,
        externalId != null && taken.add(externalId) ? externalId : null,
        new ArrayList<>());
  }

  /** Fetches and stores all files; what cannot be fetched is a problem, all else a failure. */
  Uni<List<Problem>> fetch(OrganizationId organization, List<Arranged> messages) {
    return Multi.createFrom()
        .iterable(wanted(messages))
        .onItem()
        .transformToUniAndConcatenate(wanted -> fetch(organization, wanted))
        .collect()
        .asList()
        .map(outcomes -> outcomes.stream().flatMap(Optional::stream).toList())
        .onFailure()
        .call(() -> files.remove(organization, stored(messages)));
  }

  /** A file of a message. */
  private record Wanted(Arranged message, RemoteFile file) {}

  private static List<Wanted> wanted(List<Arranged> messages) {
    return messages.stream()
        .flatMap(message -> message.past().files().stream().map(file -> new Wanted(message, file)))
        .toList();
  }

  static List<Attachment> stored(List<Arranged> messages) {
    return messages.stream().flatMap(message -> message.stored().stream()).toList();
  }

  private Uni<Optional<Problem>> fetch(OrganizationId organization, Wanted wanted) {
    Arranged message = wanted.message();
    return remote
        .fetch(wanted.file().url(), wanted.file().name())
        .chain(
            fetched ->
                files.store(
                    organization, message.id().value() + "/" + message.stored().size(), fetched))
        .invoke(message.stored()::add)
        .replaceWith(Optional.<Problem>empty())
        .onFailure(PastMessages::isNotFetched)
        .recoverWithItem(
            () ->
                Optional.of(
                    new Problem.FileNotFetched(message.position(), message.past().externalId())));
  }

  private static boolean isNotFetched(Throwable failure) {
    return failure instanceof DomainException e
        && e.error() instanceof ConversationError.AttachmentNotFetched;
  }

  static List<Problem> repeated(List<Arranged> messages) {
    List<Problem> problems = new ArrayList<>();
    for (Arranged message : messages) {
      String wished = message.past().externalId();
      if (wished != null && message.externalId() == null) {
        problems.add(new Problem.ExternalIdRepeated(message.position(), wished));
      }
    }
    return problems;
  }
}
