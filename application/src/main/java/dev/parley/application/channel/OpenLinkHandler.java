package dev.parley.application.channel;

import dev.parley.application.attachment.Blobs;
import dev.parley.application.attachment.FileLinks;
import dev.parley.application.attachment.LinkedFile;
import dev.parley.application.attachment.OpenLink;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Knows that the original of what arrived may lie elsewhere than other files. */
public final class OpenLinkHandler implements OpenLink {
  private final FileLinks links;
  private final Blobs blobs;
  private final Arrivals arrivals;

  public OpenLinkHandler(FileLinks links, Blobs blobs, Arrivals arrivals) {
    this.links = links;
    this.blobs = blobs;
    this.arrivals = arrivals;
  }

  @Override
  public Uni<Optional<LinkedFile>> open(String token) {
    return links
        .resolve(token)
        .map(
            target ->
                bytes(target)
                    .map(
                        found ->
                            found.map(
                                bytes ->
                                    new LinkedFile(target.fileName(), target.mediaType(), bytes))))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Optional<byte[]>> bytes(FileLinks.Target target) {
    return RawInbound.named(target.blob())
        .map(raw -> arrivals.original(target.organization(), raw))
        .orElseGet(() -> blobs.get(target.organization(), target.blob()));
  }
}
