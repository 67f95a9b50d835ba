package dev.parley.application.attachment;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Files that clients name by URL. */
public interface RemoteFiles {
  /**
   * Fetches under the rules for URLs of strangers: public addresses only, limited time and size.
   *
   * @param prettyName what the client calls the file; null: the URL's last path segment
   * @return fails with {@code AttachmentNotFetched} without saying why, so that nobody can map our
   *     network by asking
   */
  Uni<IncomingFile> fetch(String url, @Nullable String prettyName);
}
