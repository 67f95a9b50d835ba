package dev.parley.rest.dixa.conversation;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.attachment.RemoteFiles;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.RestLimits;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Fetches what requests name by URL, one after the other, before any transaction. */
@Singleton
class Attachments {
  private final RemoteFiles remote;
  private final RestLimits limits;

  Attachments(RemoteFiles remote, RestLimits limits) {
    this.remote = remote;
    this.limits = limits;
  }

  /**
   * @return fails with {@code AttachmentNotFetched}
   * @throws RequestRefused when there are more than one message may bring; none is fetched then
   */
  Uni<List<IncomingFile>> fetch(List<FilePayload> files) {
    if (files.size() > limits.attachments()) {
      throw RequestRefused.badBody("attachments", "has too many elements");
    }
    return Multi.createFrom()
        .iterable(files)
        .onItem()
        .transformToUniAndConcatenate(file -> remote.fetch(file.url(), file.prettyName()))
        .collect()
        .asList();
  }
}
