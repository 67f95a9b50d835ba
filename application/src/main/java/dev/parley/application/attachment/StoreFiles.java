package dev.parley.application.attachment;

import dev.parley.application.shared.IdSource;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.AttachmentId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
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
   * @param owner the first part of the keys; a repeated call with the same owner and files
   *     overwrites instead of leaving orphans
   */
  public Uni<List<Attachment>> store(
      OrganizationId organization, UUID owner, List<IncomingFile> files) {
    return Multi.createFrom()
        .iterable(IntStream.range(0, files.size()).boxed().toList())
        .onItem()
        .transformToUniAndConcatenate(i -> store(organization, owner + "/" + i, files.get(i)))
        .collect()
        .asList();
  }

  private Uni<Attachment> store(OrganizationId organization, String key, IncomingFile file) {
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
