package dev.parley.rest.support;

import dev.parley.application.idempotency.Subject;
import dev.parley.application.shared.Patch;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** An operation of a dialect as the shared parts see it. */
@Path("/v1/probe")
class ProbeResource {
  static final AtomicInteger CALLS = new AtomicInteger();

  private final Call call;

  ProbeResource(Call call) {
    this.call = call;
  }

  record Input(
      String name,
      @Nullable Integer count,
      @Nullable Long big,
      @Nullable Boolean flag,
      @Nullable UUID id,
      List<String> items,
      Patch<String> nick) {
    Input {
      name = Required.text("name", name);
      items = items == null ? List.of() : items;
    }
  }

  record Output(int call, String name, String nick, String agent) {}

  @POST
  @ResponseStatus(201)
  @Operation(hidden = true)
  public Uni<Output> create(Input input) {
    call.shows(Subject.conversation(1));
    Output output =
        new Output(
            CALLS.incrementAndGet(),
            input.name(),
            input.nick().getClass().getSimpleName(),
            call.actor().agent().value().toString());
    // Answers from another thread, as a database does.
    return Uni.createFrom()
        .item(output)
        .onItem()
        .delayIt()
        .by(Duration.ofMillis(5))
        .invoke(() -> call.shows(Subject.conversation(2)));
  }

  @DELETE
  @Path("{id}")
  @Operation(hidden = true)
  public Uni<Void> delete(@PathParam("id") String id) {
    CALLS.incrementAndGet();
    return Uni.createFrom().voidItem();
  }

  @GET
  @Operation(hidden = true)
  public Map<String, String> show(@QueryParam("q") String q) {
    return Map.of("q", q == null ? "" : q, "requestId", String.valueOf(MDC.get("requestId")));
  }

  @POST
  @Path("panic")
  @Operation(hidden = true)
  public Uni<Void> panic() {
    CALLS.incrementAndGet();
    return Uni.createFrom().failure(new IllegalStateException("select secret from contact"));
  }

  @POST
  @Path("refused")
  @Operation(hidden = true)
  public Uni<Void> refuse() {
    CALLS.incrementAndGet();
    throw new DomainException(new ConversationError.ConversationNotFound());
  }
}
