package dev.parley.benchmarks.data;

import dev.parley.benchmarks.data.Seeds.What;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation by mail: the contact writes, it waits, an agent claims it, the two write in turns.
 *
 * @param start when its first message came, in milliseconds since 1970
 * @param messages at least one
 * @param told whether its events are still in the feed
 */
record Story(
    Tenant tenant,
    long seed,
    long number,
    Person requester,
    UUID agent,
    long start,
    int messages,
    Ending ending,
    boolean told) {
  private static final long MINUTE = 60_000;
  private static final long STEP = 7 * MINUTE;

  /** How far it has come. */
  enum Ending {
    QUEUED,
    HELD,
    CLOSED
  }

  UUID id() {
    return Seeds.id(start, seed);
  }

  UUID messageId(int index) {
    return Seeds.id(messageAt(index), Seeds.of(seed, What.MESSAGE, index));
  }

  long messageAt(int index) {
    return start + index * STEP;
  }

  boolean isInbound(int index) {
    return index % 2 == 0;
  }

  String providerId(int index) {
    return messageId(index) + "@example.org";
  }

  long textSeed(int index) {
    return Seeds.of(seed, What.TEXT, index);
  }

  long subjectSeed() {
    return Seeds.of(seed, What.SUBJECT, 0);
  }

  long claimedAt() {
    return start + MINUTE;
  }

  long closedAt() {
    return messageAt(messages - 1) + 2 * MINUTE;
  }

  long lastMessageAt() {
    return messageAt(messages - 1);
  }

  long lastActivityAt() {
    return switch (ending) {
      case QUEUED -> lastMessageAt();
      case HELD -> Math.max(claimedAt(), lastMessageAt());
      case CLOSED -> closedAt();
    };
  }

  /** Its version is how many they are. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(messages + 5);
    add(entries, start, "started", true, null, null, "conversation_created");
    addMessage(entries, 0);
    UUID queue = tenant.defaultQueue();
    entries.add(
        new Entry(
            entryId(entries, start),
            start,
            "queued",
            "system",
            null,
            queue,
            null,
            "conversation_enqueued"));
    if (ending == Ending.QUEUED) {
      return entries;
    }
    String from = "{\"fromQueue\": \"" + queue + "\"}";
    add(entries, claimedAt(), "claimed", false, agent, from, null);
    add(entries, claimedAt(), "assigned", false, agent, null, "conversation_assigned");
    for (int i = 1; i < messages; i++) {
      addMessage(entries, i);
    }
    if (ending == Ending.CLOSED) {
      add(entries, closedAt(), "closed", false, null, null, "conversation_closed");
    }
    return entries;
  }

  private void addMessage(List<Entry> entries, int index) {
    add(
        entries,
        messageAt(index),
        "message_added",
        isInbound(index),
        messageId(index),
        null,
        "conversation_message_added");
  }

  private void add(
      List<Entry> entries,
      long at,
      String kind,
      boolean byContact,
      @Nullable UUID about,
      @Nullable String details,
      @Nullable String event) {
    entries.add(
        new Entry(
            entryId(entries, at),
            at,
            kind,
            byContact ? "contact" : "agent",
            byContact ? requester.id() : agent,
            about,
            details,
            event));
  }

  private UUID entryId(List<Entry> before, long at) {
    return Seeds.id(at, Seeds.of(seed, What.ENTRY, before.size()));
  }

  ConversationRef ref() {
    return new ConversationRef(
        number, id(), requester.id(), requester.email(), providerId(messages - 1));
  }
}
