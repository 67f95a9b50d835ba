package dev.parley.application.conversation;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.channel.InboundEvent;
import dev.parley.application.channel.InboundEvent.MessageReceived;
import dev.parley.application.channel.InboundEvent.ThreadHints;
import dev.parley.application.channel.RawInbound;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Mails that arrive at the mailbox. */
abstract class ReceivingTest extends HandlerTest {
  protected static final String JANE = "jane@example.org";
  protected static final String MALLORY = "mallory@evil.example";

  protected final ReceiveEvent receive =
      new ReceiveEventHandler(
          stores.unitOfWork,
          stores.arrivals,
          stores.conversations,
          stores.deliveries,
          stores.contacts,
          stores.queues,
          files,
          ids,
          clock,
          wakeups);

  /** Something that lies in the inbox. */
  protected final RawInbound arrived(String deliveryKey) {
    RawInbound raw =
        new RawInbound(
            ids.next(),
            here(),
            scene().mailbox,
            Channel.EMAIL,
            deliveryKey,
            ("mail " + deliveryKey).getBytes(StandardCharsets.UTF_8),
            clock.instant(),
            null);
    await(stores.arrivals.accept(raw));
    return raw;
  }

  protected final ContactEndpoint mailbox() {
    return await(stores.endpoints.get(here(), scene().mailbox));
  }

  protected final ReceiveEvent.Outcome receive(RawInbound raw, InboundEvent event) {
    return await(receive.handle(raw, mailbox(), event));
  }

  /** A mail that arrived and was understood. */
  protected final RawInbound received(Mail mail) {
    RawInbound raw = arrived("imap:" + mail.id);
    receive(raw, mail.event());
    return raw;
  }

  protected final Message messageOf(RawInbound raw) {
    return message(new MessageId(raw.id()));
  }

  protected final ConversationId conversationOf(RawInbound raw) {
    return messageOf(raw).conversation();
  }

  protected static Mail mailFrom(String address, String id) {
    return new Mail(address, id);
  }

  /** A mail in the words of the tests. */
  protected static final class Mail {
    private final String from;
    private final String id;
    private ThreadHints thread = ThreadHints.NONE;
    private boolean automatic;
    private String subject = "Where is my order?";
    private List<IncomingFile> files = List.of();

    Mail(String from, String id) {
      this.from = from;
      this.id = id;
    }

    Mail withToken(ConversationId... conversations) {
      thread = new ThreadHints(List.of(conversations), thread.claimed());
      return this;
    }

    Mail referringTo(String... providerIds) {
      thread = new ThreadHints(thread.proved(), List.of(providerIds));
      return this;
    }

    Mail byAMachine() {
      automatic = true;
      return this;
    }

    Mail about(String newSubject) {
      subject = newSubject;
      return this;
    }

    Mail with(IncomingFile... newFiles) {
      files = List.of(newFiles);
      return this;
    }

    MessageReceived event() {
      return new MessageReceived(
          "mail:" + id,
          id,
          new Mailbox(new EmailAddress(from), "A Name"),
          List.of(AMessage.mailbox(Scene.MAILBOX)),
          List.of(),
          subject,
          text("Hello " + id),
          text("> earlier"),
          files,
          thread,
          automatic,
          false,
          Scene.MORNING);
    }
  }
}
