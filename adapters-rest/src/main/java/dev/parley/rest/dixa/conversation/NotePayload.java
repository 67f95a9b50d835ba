package dev.parley.rest.dixa.conversation;

import dev.parley.domain.conversation.InternalNote;
import dev.parley.rest.dixa.DixaTimes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A note.
 *
 * @param csid the conversation's id
 */
@RegisterForReflection
@Schema(
    name = "InternalNote",
    examples =
        """
        {"id": "eb31acbb-13f9-4ce7-abd3-44dd86266741",
         "authorId": "5e8a300e-787e-47cd-af53-fc1ccc37933d",
         "createdAt": "2021-12-01T12:46:36.581Z[GMT]", "csid": 9456,
         "message": "A sample note"}""")
record NotePayload(UUID id, UUID authorId, String createdAt, long csid, String message) {
  static NotePayload created(InternalNote note, long csid) {
    return from(note, csid, DixaTimes.zoned(note.createdAt()));
  }

  static NotePayload listed(InternalNote note, long csid) {
    return from(note, csid, DixaTimes.iso(note.createdAt()));
  }

  private static NotePayload from(InternalNote note, long csid, String createdAt) {
    return new NotePayload(note.id().value(), note.author().value(), createdAt, csid, note.text());
  }
}
