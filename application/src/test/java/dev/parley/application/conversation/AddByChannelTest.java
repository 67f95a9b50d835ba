package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.conversation.CreateConversation.MessageDraft;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainError;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be added on which channel. */
class AddByChannelTest extends HandlerTest {
  private final AddMessage add =
      new AddMessageHandler(
          stores.unitOfWork,
          stores.conversations,
          stores.endpoints,
          stores.contacts,
          stores.queues,
          stores.agents,
          senders,
          files,
          ids,
          clock,
          wakeups);

  @ParameterizedTest
  @ValueSource(strings = {"widget", "in-app", "contact-form", "messenger", "api", "my-channel"})
  void bothSidesWriteInChatsFormsAndWhatClientsConnect(String channel) {
    long number = on(channel);

    assertThat(await(add(number, draft(null, "Hello"))).direction()).isEqualTo(Direction.INBOUND);
    assertThat(await(add(number, draft(scene().bob, "Hello"))).direction())
        .isEqualTo(Direction.OUTBOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"telephony", "callback", "voicemail", "twitter"})
  void nobodyWritesWhereOneSpeaks(String channel) {
    long number = on(channel);

    for (@Nullable AgentId author : new @Nullable AgentId[] {null, scene().bob}) {
      assertThat(errorOf(add(number, draft(author, "Hello"))))
          .isEqualTo(new ConversationError.UnsupportedChannel(new Channel(channel)));
    }
  }

  @Test
  void anSmsIsOnlyOutbound() {
    assertThat(await(add(on("sms"), draft(scene().bob, "Hello"))).envelope()).isNull();
    assertInvalid(on("sms"), draft(null, "Hello"));
  }

  @Test
  void onWhatsAppAgentsWriteMarkdownWithOneFileItTakes() {
    long number = on("whatsapp");
    Content markdown = new Content(Content.Format.MARKDOWN, "*Hello*");
    IncomingFile pdf = file("bill.PDF", "x");

    Message sent = await(add(number, outbound(markdown, pdf)));
    assertThat(sent.content()).isEqualTo(markdown);
    assertThat(await(add(number, outbound(null, pdf))).content()).isNull();
    assertInvalid(number, outbound(text("Hello")));
    assertInvalid(number, outbound(markdown, pdf, pdf));
    assertInvalid(number, outbound(markdown, file("setup.exe", "x")));
    assertInvalid(number, new MessageDraft(null, markdown, List.of(), null, List.of(), List.of()));
  }

  @Test
  void onlyWhatIsMailNamesAMailbox() {
    assertThat(
            errorOf(
                add.handle(
                    new AddMessage.Command(
                        alice(), on("widget"), draft(scene().bob, "Hi"), Scene.MAILBOX))))
        .isInstanceOf(ConversationError.InvalidMessage.class);
    assertThat(
            await(
                    add.handle(
                        new AddMessage.Command(
                            alice(), on("contact-form"), draft(scene().bob, "Hi"), Scene.MAILBOX)))
                .envelope())
        .isNotNull();
  }

  private void assertInvalid(long number, MessageDraft draft) {
    DomainError error = errorOf(add(number, draft));
    assertThat(error).isInstanceOf(ConversationError.InvalidMessage.class);
  }

  private Uni<Message> add(long number, MessageDraft draft) {
    return add.handle(new AddMessage.Command(alice(), number, draft, null));
  }

  private MessageDraft outbound(@Nullable Content content, IncomingFile... attached) {
    return new MessageDraft(scene().bob, content, List.of(attached), null, List.of(), List.of());
  }

  /** A conversation that Jane began on the channel. */
  private long on(String channel) {
    ConversationId id = scene().newConversationId();
    return create(
        Conversation.startInbound(
            new Conversation.Beginning(
                id,
                scene().jane,
                new Channel(channel),
                Direction.INBOUND,
                scene().mailbox,
                null,
                null,
                null,
                MORNING),
            scene().fromJane(id).at(MORNING).build(),
            scene().support));
  }
}
