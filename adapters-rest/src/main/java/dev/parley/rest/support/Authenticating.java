package dev.parley.rest.support;

import dev.parley.application.agent.ApiToken;
import dev.parley.application.agent.Credentials;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Finds out who calls before anything of the request is looked at. */
@Singleton
class Authenticating {
  private final CurrentVertxRequest current;
  private final Credentials credentials;
  private final Call call;

  @Inject
  Authenticating(CurrentVertxRequest current, Credentials credentials, Call call) {
    this.current = current;
    this.credentials = credentials;
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
        : credentials.authenticate(token.get()).invoke(this::admit).replaceWithVoid();
  }

  private void admit(Credentials.Authentication verdict) {
    switch (verdict) {
      case Credentials.Authentication.Authenticated(var actor) -> call.madeBy(actor);
      case Credentials.Authentication.Disabled _ ->
          throw new RequestRefused(new Failure.AgentDisabled());
      case Credentials.Authentication.Unknown _ ->
          throw new RequestRefused(new Failure.NotAuthenticated());
    }
  }
}
