package dev.parley.domain.conversation;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.shared.Text;
import java.time.Instant;

/** Text that agents write for agents. */
public record InternalNote(
    NoteId id, ConversationId conversation, AgentId author, String text, Instant createdAt) {
  public static final int TEXT_MAX = 100_000;

  public InternalNote {
    text = Text.required("message", text, TEXT_MAX);
  }

  @Override
  public String toString() {
    return "InternalNote[" + id.value() + "]";
  }
}
