package dev.parley.application.attachment;

import dev.parley.application.shared.IdSource;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.AttachmentId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Puts the files of one message into the blob store, before the message itself is stored. */
public final class StoreFiles {
  private final Blobs blobs;
  private final IdSource ids;

  public StoreFiles(Blobs blobs, IdSource ids) {
    this.blobs = blobs;
    this.ids = ids;
  }

  /**
   * Stores the files, then does the work that refers to them. They are taken away again when the
   * work is refused, but stay when nobody knows whether it was done.
   *
   * @param owner the first part of the keys; a repeated call with the same owner and files
   *     overwrites instead of leaving orphans
   */
  public <T> Uni<T> store(
      OrganizationId organization,
      UUID owner,
      List<IncomingFile> files,
      Function<List<Attachment>, Uni<T>> work) {
    return store(organization, owner, files)
        .chain(stored -> keepWith(organization, stored, () -> work.apply(stored)));
  }

  /** Does the work that refers to files stored one by one; they go as above when it is refused. */
  public <T> Uni<T> keepWith(
      OrganizationId organization, List<Attachment> stored, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> work.get())
        .onFailure(StoreFiles::isRefusal)
        .call(() -> remove(organization, stored));
  }

  /** Takes stored files away that nothing refers to. */
  public Uni<Void> remove(OrganizationId organization, List<Attachment> stored) {
    return Multi.createFrom()
        .iterable(stored)
        .onItem()
        .transformToUniAndConcatenate(file -> blobs.delete(organization, file.blob()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static boolean isRefusal(Throwable failure) {
    return failure instanceof DomainException e
        && !(e.error() instanceof SharedError.TemporarilyUnavailable);
  }

  private Uni<List<Attachment>> store(
      OrganizationId organization, UUID owner, List<IncomingFile> files) {
    return Multi.createFrom()
        .iterable(IntStream.range(0, files.size()).boxed().toList())
        .onItem()
        .transformToUniAndConcatenate(i -> store(organization, owner + "/" + i, files.get(i)))
        .collect()
        .asList();
  }

  /** Stores one file under a key. */
  public Uni<Attachment> store(OrganizationId organization, String key, IncomingFile file) {
    Attachment attachment =
        new Attachment(
            new AttachmentId(ids.next()),
            key,
            file.fileName(),
            file.mediaType(),
            file.bytes().length,
            sha256(file.bytes()),
            file.inline(),
            file.contentId());
    return blobs.put(organization, key, file.bytes()).replaceWith(attachment);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
