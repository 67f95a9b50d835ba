package dev.parley.application.attachment;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Fetches what a link of ours stands for. The link is the permission. */
@FunctionalInterface
public interface OpenLink {
  /**
   * @param token of the link
   * @return empty when we did not make the link, or the file has been removed
   */
  Uni<Optional<LinkedFile>> open(String token);
}
