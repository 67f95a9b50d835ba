package dev.parley.application.conversation;

import dev.parley.application.channel.InboundEvent;
import dev.parley.application.channel.RawInbound;
import dev.parley.domain.channel.ContactEndpoint;
import io.smallrye.mutiny.Uni;

/** Carries out what a connector understood, once however often it is told. */
public interface ReceiveEvent {
  Uni<Outcome> handle(RawInbound raw, ContactEndpoint endpoint, InboundEvent event);

  /** What became of an event. */
  enum Outcome {
    IGNORED("ignored", false),
    /** The same event had come before. */
    REPEATED("repeated", false),
    APPLIED("applied", true);

    private final String word;
    private final boolean keepsOriginal;

    Outcome(String word, boolean keepsOriginal) {
      this.word = word;
      this.keepsOriginal = keepsOriginal;
    }

    public String word() {
      return word;
    }

    /** Whether what arrived stays as the original of a message. */
    public boolean keepsOriginal() {
      return keepsOriginal;
    }

    Outcome stronger(Outcome other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }
}
