package dev.parley.rest.dixa.conversation;

import dev.parley.application.conversation.ConversationView;
import dev.parley.domain.shared.Direction;
import org.jspecify.annotations.Nullable;

/** The addresses at both ends of a conversation, as it was begun. */
record Ends(@Nullable String from, @Nullable String to) {
  static Ends of(ConversationView view) {
    String theirs = view.conversation().contactAddress();
    String ours = view.endpointAddress();
    return view.conversation().direction() == Direction.INBOUND
        ? new Ends(theirs, ours)
        : new Ends(ours, theirs);
  }

  /** For fields that are always there: empty when nobody knows it any more. */
  static String known(@Nullable String address) {
    return address == null ? "" : address;
  }
}
