package dev.parley.rest.support;

import dev.parley.application.agent.ApiToken;
import dev.parley.application.agent.Credentials;
import dev.parley.application.agent.Sightings;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Finds out who calls, and whether that is not too often, before anything of the request is looked
 * at.
 */
@Singleton
class Authenticating {
  private static final Logger LOG = Logger.getLogger(Authenticating.class);

  private final CurrentVertxRequest current;
  private final Credentials credentials;
  private final RateLimit limit;
  private final Sightings sightings;
  private final Call call;

  @Inject
  Authenticating(
      CurrentVertxRequest current,
      Credentials credentials,
      RateLimit limit,
      Sightings sightings,
      Call call) {
    this.current = current;
    this.credentials = credentials;
    this.limit = limit;
    this.sightings = sightings;
    this.call = call;
  }

  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  public Uni<Void> identify(ContainerRequestContext request) {
    Dialect dialect = FrontDoor.dialectOf(current.getCurrent());
    if (!dialect.asksForToken()) {
      return Uni.createFrom().voidItem();
    }
    Optional<ApiToken> token = dialect.token(request::getHeaderString);
    return token.isEmpty()
        ? Uni.createFrom().failure(new RequestRefused(new Failure.NotAuthenticated()))
        : credentials
            .authenticate(token.get())
            .invoke(verdict -> admit(token.get(), verdict))
            .chain(this::noteSeen);
  }

  /** A request is not refused because nobody will know that its agent was there. */
  private Uni<Void> noteSeen() {
    return sightings
        .note(call.actor())
        .onFailure()
        .invoke(e -> LOG.warnf("An agent's presence could not be noted: %s", Trace.of(e)))
        .onFailure()
        .recoverWithNull();
  }

  /** Only who proved to hold a key can use up what it may do. */
  private void admit(ApiToken token, Credentials.Authentication verdict) {
    switch (verdict) {
      case Credentials.Authentication.Authenticated(var actor) -> {
        long wait = limit.secondsToWait(token.keyId());
        if (wait > 0) {
          throw new RequestRefused(new Failure.TooManyRequests(wait));
        }
        call.madeBy(actor, token.keyId());
      }
      case Credentials.Authentication.Disabled _ ->
          throw new RequestRefused(new Failure.AgentDisabled());
      case Credentials.Authentication.Unknown _ ->
          throw new RequestRefused(new Failure.NotAuthenticated());
    }
  }
}
