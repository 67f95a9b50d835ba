package dev.parley.domain.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A stored file of a message.
 *
 * @param blob where its bytes are in the blob store
 * @param mediaType decided from the bytes, not from what the sender claims
 * @param size in bytes
 * @param contentId of an inline image, without brackets
 */
public record Attachment(
    AttachmentId id,
    String blob,
    String fileName,
    String mediaType,
    long size,
    String sha256,
    boolean inline,
    @Nullable String contentId) {
  /** A message has at most this many. */
  public static final int MAX_PER_MESSAGE = 100;

  @Override
  public String toString() {
    return "Attachment[" + id.value() + "]";
  }
}
