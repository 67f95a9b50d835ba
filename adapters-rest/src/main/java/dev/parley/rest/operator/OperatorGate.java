package dev.parley.rest.operator;

import dev.parley.rest.support.Failure;
import dev.parley.rest.support.RequestRefused;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets the operator through; without a configured token there is nothing behind it. */
@Singleton
class OperatorGate {
  private static final String BEARER = "bearer ";

  /** Looked up late: filters exist before the settings can be read. */
  private final Provider<OperatorToken> token;

  @Inject
  OperatorGate(Provider<OperatorToken> token) {
    this.token = token;
  }

  @ForOperator
  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  public void check(ContainerRequestContext request) {
    if (!token.get().isConfigured()) {
      throw new RequestRefused(new Failure.NoSuchRoute());
    }
    String header = request.getHeaderString("Authorization");
    if (header == null
        || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        || !token.get().matches(header.substring(BEARER.length()).strip())) {
      throw new RequestRefused(new Failure.NotAuthenticated());
    }
  }
}
