package dev.parley.rest.dixa.conversation;

import dev.parley.application.attachment.FileLinks;
import dev.parley.application.conversation.AddMessage;
import dev.parley.application.conversation.ConversationQueries;
import dev.parley.application.idempotency.Subject;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.Message;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.RequestRefused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is said in a conversation. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class MessageResource {
  private final Call call;
  private final AddMessage add;
  private final ConversationQueries queries;
  private final Attachments attachments;
  private final FileLinks links;

  MessageResource(
      Call call,
      AddMessage add,
      ConversationQueries queries,
      Attachments attachments,
      FileLinks links) {
    this.call = call;
    this.add = add;
    this.queries = queries;
    this.attachments = attachments;
    this.links = links;
  }

  /** The answer names the id differently than the list does. */
  @RegisterForReflection
  @Schema(
      name = "AddedMessage",
      examples =
          """
          {"content": {"value": "An amazing message", "_type": "Html"}, "direction": "Outbound",
           "authorId": "bac5a02c-15b3-44da-ae1e-ab7b9db4aa89",
           "messageId": "87bac308-e49f-4134-84cc-96b868f1e1e4",
           "createdAt": "2021-06-09T08:18:37.284Z"}""")
  record Added(
      @Nullable ContentPayload content,
      @Schema(enumeration = {"Inbound", "Outbound"}) String direction,
      UUID authorId,
      @Nullable String externalId,
      UUID messageId,
      String createdAt) {
    static Added from(Message message) {
      return new Added(
          ContentPayload.fromNullable(message.content()),
          DixaWords.direction(message.direction()),
          MessagePayload.author(message.author()),
          message.externalId(),
          message.id().value(),
          DixaTimes.millis(message.createdAt()));
    }
  }

  @POST
  @Path("{conversationId}/messages")
  @Operation(operationId = "addMessage", summary = "Add message")
  public Uni<Data<Added>> add(@PathParam("conversationId") String id, MessageRequest request) {
    long number = DixaIds.conversation(id);
    call.shows(Subject.conversation(number));
    return requireWhole(number, request)
        .chain(() -> attachments.fetch(request.attachments()))
        .chain(
            files ->
                add.handle(
                    new AddMessage.Command(
                        call.actor(), number, request.toDraft(files), request.integrationEmail())))
        .map(message -> Data.of(Added.from(message)))
        .onFailure()
        .transform(ConversationRefusals::withoutConflict);
  }

  /** Only on WhatsApp is a file alone a message. */
  private Uni<Void> requireWhole(long number, MessageRequest request) {
    return request.hasContent()
        ? Uni.createFrom().voidItem()
        : queries
            .get(call.actor(), number)
            .invoke(view -> requireWhatsApp(view.conversation().channel()))
            .replaceWithVoid();
  }

  private static void requireWhatsApp(Channel channel) {
    if (!channel.equals(Channel.WHATSAPP)) {
      throw RequestRefused.badBody("content", "is required");
    }
  }

  @GET
  @Path("{conversationId}/messages")
  @Operation(operationId = "listMessages", summary = "List messages, oldest first")
  public Uni<Data<List<MessagePayload>>> list(@PathParam("conversationId") String id) {
    Files files = new Files(call.actor().organization(), links);
    return queries
        .messages(call.actor(), DixaIds.conversation(id))
        .map(correspondence -> Data.of(MessagePayload.all(correspondence, files)));
  }
}
