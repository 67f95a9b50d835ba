package dev.parley.rest.dixa.search;

import dev.parley.application.idempotency.Subject;
import dev.parley.application.search.ConversationSearch;
import dev.parley.application.search.ConversationSearch.ConversationHit;
import dev.parley.application.search.ConversationSearch.Found;
import dev.parley.application.search.ConversationSearch.Place;
import dev.parley.application.search.ConversationSearch.Query;
import dev.parley.application.search.TextQuery;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaErrors;
import dev.parley.rest.dixa.DixaQuery;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.Json;
import dev.parley.rest.support.RequestRefused;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Searches over conversations. */
@Path("/v1/search/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class ConversationSearchResource {
  private static final String PATH = "/v1/search/conversations/";
  private static final String LIMIT = "pageLimit";

  /** Default and maximum. */
  private static final int PAGE = 50;

  private final Call call;
  private final ConversationSearch search;
  private final Json json;

  ConversationSearchResource(Call call, ConversationSearch search, Json json) {
    this.call = call;
    this.search = search;
    this.json = json;
  }

  @GET
  @Operation(
      operationId = "searchConversations",
      summary = "Search for conversations containing a particular text")
  public Uni<Data<List<HitPayload>>> byText(
      @QueryParam("query") @Nullable String query,
      @QueryParam("exactMatch") @Nullable String exactMatch,
      @QueryParam("pageKey") @Nullable String pageKey,
      @QueryParam(LIMIT) @Nullable String pageLimit) {
    boolean exact = DixaQuery.flag("exactMatch", exactMatch, false);
    PageKey key = PageKey.parse(json, pageKey);
    if (key != null) {
      return answer(key.search(), Optional.of(key.place()), limit(pageLimit, key), true);
    }
    if (query == null || query.isBlank() || query.length() > TextQuery.LENGTH_MAX) {
      throw RequestRefused.badQuery("query");
    }
    SearchInput input = new SearchInput(new SearchInput.Text(query, exact), null);
    return answer(input, Optional.empty(), limit(pageLimit, null), true);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "searchConversationsWithFilters",
      summary = "Search for conversations by text, by filters, or by both")
  public Uni<Data<List<HitPayload>>> byFilters(
      SearchInput input,
      @QueryParam("pageKey") @Nullable String pageKey,
      @QueryParam(LIMIT) @Nullable String pageLimit) {
    PageKey key = PageKey.parse(json, pageKey);
    return key == null
        ? answer(input, Optional.empty(), limit(pageLimit, null), false)
        : answer(key.search(), Optional.of(key.place()), limit(pageLimit, key), false);
  }

  private Uni<Data<List<HitPayload>>> answer(
      SearchInput input, Optional<Place> after, int limit, boolean inner) {
    Query query = new Query(text(input.query()), Filters.toDomain(input.filters()), inner);
    PageKey.requireRoom(json, input);
    return Uni.createFrom()
        .deferred(() -> search.find(call.actor(), query, after, limit))
        .onFailure()
        .transform(ConversationSearchResource::unauthorized)
        .invoke(this::note)
        .map(found -> page(input, found, limit, inner));
  }

  private static @Nullable TextQuery text(SearchInput.@Nullable Text query) {
    return query == null
        ? null
        : new TextQuery(query.value(), Boolean.TRUE.equals(query.exactMatch()));
  }

  /** The one place where Dixa answers 401 to a known token. */
  private static Throwable unauthorized(Throwable refusal) {
    return refusal instanceof DomainException e
            && e.error() instanceof SharedError.PermissionMissing
        ? DixaErrors.worded(401, "User is unauthorized to perform an underlying operation")
        : refusal;
  }

  private void note(Found found) {
    found.hits().stream()
        .map(ConversationHit::number)
        .map(Subject::conversation)
        .forEach(call::shows);
  }

  private Data<List<HitPayload>> page(SearchInput input, Found found, int limit, boolean inner) {
    return new Data<>(
        found.hits().stream().map(hit -> HitPayload.from(hit, inner)).toList(),
        found
            .next()
            .map(place -> new PageKey(input, limit, place.rank(), place.id()))
            .map(key -> new Data.Meta(PATH + "?pageKey=" + key.text(json)))
            .orElse(null));
  }

  private static int limit(@Nullable String text, @Nullable PageKey key) {
    if (text == null) {
      return key == null ? PAGE : Math.clamp(key.pageLimit(), 1, PAGE);
    }
    if (!text.matches("[0-9]{1,2}")) {
      throw RequestRefused.badQuery(LIMIT);
    }
    int limit = Integer.parseInt(text);
    if (limit < 1 || limit > PAGE) {
      throw RequestRefused.badQuery(LIMIT);
    }
    return limit;
  }
}
