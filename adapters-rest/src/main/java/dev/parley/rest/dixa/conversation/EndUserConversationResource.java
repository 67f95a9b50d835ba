package dev.parley.rest.dixa.conversation;

import dev.parley.application.conversation.ConversationQueries;
import dev.parley.domain.contact.ContactId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.DixaPage;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.RestLimits;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The conversations of an end user. */
@Path("/v1/endusers/{userId}/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "End users")
class EndUserConversationResource {
  private static final int PAGE = 100;

  private final ConversationQueries queries;
  private final RestLimits limits;
  private final Call call;

  EndUserConversationResource(ConversationQueries queries, RestLimits limits, Call call) {
    this.queries = queries;
    this.limits = limits;
    this.call = call;
  }

  @GET
  @Operation(
      operationId = "listEndUserConversations",
      summary = "List an end user's conversations, oldest first")
  public Uni<Data<List<ConversationPayload>>> list(
      @PathParam("userId") String userId,
      @QueryParam("pageKey") @Nullable String pageKey,
      @QueryParam("pageLimit") @Nullable String pageLimit) {
    ContactId contact = new ContactId(DixaIds.inPath("userId", userId));
    DixaPage page = DixaPage.of(pageKey, pageLimit, Map.of(), PAGE, limits.pageItems());
    return queries
        .ofContact(call.actor(), contact, page.after(), page.limit())
        .map(
            found ->
                page.answer(
                    "/v1/endusers/" + contact.value() + "/conversations",
                    found,
                    ConversationPayload::from));
  }
}
