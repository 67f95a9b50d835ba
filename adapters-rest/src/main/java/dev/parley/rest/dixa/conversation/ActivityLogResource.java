package dev.parley.rest.dixa.conversation;

import dev.parley.application.conversation.ConversationQueries;
import dev.parley.application.conversation.ConversationQueries.ActivityWindow;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaErrors;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.DixaPage;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.RestLimits;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happened, in one conversation or in all of them. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class ActivityLogResource {
  private static final String PATH = "/v1/conversations/activitylog";
  private static final String FROM = "fromDatetime";
  private static final String TO = "toDatetime";
  private static final int PAGE = 100;

  private final Call call;
  private final ConversationQueries queries;
  private final RestLimits limits;

  ActivityLogResource(Call call, ConversationQueries queries, RestLimits limits) {
    this.call = call;
    this.queries = queries;
    this.limits = limits;
  }

  @GET
  @Path("{conversationId}/activitylog")
  @Operation(
      operationId = "listConversationActivityLog",
      summary = "List the activity log of a conversation; empty for an unknown one")
  public Uni<Data<List<ActivityPayload>>> ofConversation(@PathParam("conversationId") String id) {
    return queries
        .activity(call.actor(), DixaIds.conversation(id))
        .map(entries -> Data.of(entries.stream().map(ActivityPayload::from).toList()));
  }

  @GET
  @Path("activitylog")
  @Operation(
      operationId = "listActivityLog",
      summary = "List the activity log of the organization, oldest first")
  public Uni<Data<List<ActivityPayload>>> ofOrganization(
      @QueryParam(FROM) @Nullable String from,
      @QueryParam(TO) @Nullable String to,
      @QueryParam("pageKey") @Nullable String pageKey,
      @QueryParam("pageLimit") @Nullable String pageLimit) {
    Map<String, @Nullable String> filters = new HashMap<>();
    filters.put(FROM, from);
    filters.put(TO, to);
    DixaPage page =
        DixaPage.of(
            pageKey, pageLimit, filters, Math.min(PAGE, limits.pageItems()), limits.pageItems());
    return queries
        .activity(call.actor(), window(page), page.limit())
        .map(found -> page.answer(PATH, found, ActivityPayload::from));
  }

  private static ActivityWindow window(DixaPage page) {
    Instant from = DixaTimes.inQuery(FROM, page.filter(FROM));
    Instant to = DixaTimes.inQuery(TO, page.filter(TO));
    if (from != null && to != null && from.isAfter(to)) {
      throw DixaErrors.badRequest("Validation failure when retrieving data");
    }
    return new ActivityWindow(from, to, page.after());
  }
}
