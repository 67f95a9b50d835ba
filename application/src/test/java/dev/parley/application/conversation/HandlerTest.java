package dev.parley.application.conversation;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.attachment.StoreFiles;
import dev.parley.application.channel.Senders;
import dev.parley.application.conversation.CreateConversation.MessageDraft;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Backoff;
import dev.parley.application.shared.CountingIds;
import dev.parley.application.shared.RecordingWakeups;
import dev.parley.application.shared.RecordingWorkLog;
import dev.parley.application.shared.SettableClock;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Use cases on the stores in memory: it is noon, and mails can be sent. */
public abstract class HandlerTest extends InMemoryConversationStores {
  /** Pauses without jitter. */
  protected static final Backoff BACKOFF =
      new Backoff(
          List.of(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(10)), () -> 0);

  protected final SettableClock clock = new SettableClock(Scene.NOON);
  protected final RecordingWakeups wakeups = new RecordingWakeups();
  protected final RecordingWorkLog log = new RecordingWorkLog();
  protected final CountingIds ids = scene.ids;
  protected final StoreFiles files = new StoreFiles(stores.blobs, ids);
  final ScriptedSender mail = new ScriptedSender();
  protected final Senders senders = new Senders(List.of(mail));

  protected final Actor alice() {
    return scene().actor();
  }

  /** Jane's mail, waiting in the support queue. */
  protected final long aConversation() {
    return create(scene().aNewConversation());
  }

  protected final List<ConversationEvent> events(long number) {
    return stores.data.events(here(), load(number).id());
  }

  protected final List<Class<?>> eventTypes(long number) {
    return events(number).stream().<Class<?>>map(ConversationEvent::getClass).toList();
  }

  protected final Message message(MessageId id) {
    return stores.data.messages().find(here(), id).orElseThrow();
  }

  protected static Content text(String value) {
    return new Content(Content.Format.TEXT, value);
  }

  protected static IncomingFile file(String name, String content) {
    return new IncomingFile(
        name, "text/plain", content.getBytes(StandardCharsets.UTF_8), false, null);
  }

  protected static MessageDraft draft(@Nullable AgentId author, String text) {
    return new MessageDraft(author, text(text), List.of(), null, List.of(), List.of());
  }
}
