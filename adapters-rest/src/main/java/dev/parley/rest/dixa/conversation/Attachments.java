package dev.parley.rest.dixa.conversation;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.attachment.RemoteFiles;
import dev.parley.domain.conversation.Attachment;
import dev.parley.rest.support.RequestRefused;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Fetches what requests name by URL, one after the other, before any transaction. */
@Singleton
class Attachments {
  private final RemoteFiles remote;

  Attachments(RemoteFiles remote) {
    this.remote = remote;
  }

  /**
   * @return fails with {@code AttachmentNotFetched}
   * @throws RequestRefused when there are more than a message may have
   */
  Uni<List<IncomingFile>> fetch(List<FilePayload> files) {
    if (files.size() > Attachment.MAX_PER_MESSAGE) {
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
