package dev.parley.rest.support;

import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.CompositeException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Tells what a thrown thing means to a client; logs, once, what means a bug. */
final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);

  private Failures() {}

  /** Words it, unless an operation already did. */
  static Answer answer(Dialect dialect, Throwable thrown) {
    Throwable cause = unwrapped(thrown);
    return cause instanceof AlreadyWorded worded ? worded.answer() : dialect.render(of(cause));
  }

  private static Failure of(Throwable cause) {
    return switch (cause) {
      case RequestRefused refused -> refused.failure();
      case DomainException e -> new Failure.Refused(e.error());
      case NotFoundException _ -> new Failure.NoSuchRoute();
      case NotAllowedException e -> new Failure.MethodNotAllowed(allowed(e));
      case NotAcceptableException _ -> new Failure.NotAcceptable();
      case NotSupportedException _ -> new Failure.UnsupportedMediaType();
      case WebApplicationException e -> ofStatus(e.getResponse().getStatus(), e);
      default -> unexpected(cause);
    };
  }

  static Failure ofStatus(int status, Throwable cause) {
    return switch (status) {
      case 404 -> new Failure.NoSuchRoute();
      case 413 -> new Failure.BodyTooLarge();
      case 415 -> new Failure.UnsupportedMediaType();
      default -> status >= 400 && status < 500 ? new Failure.Malformed() : unexpected(cause);
    };
  }

  private static Failure unexpected(Throwable cause) {
    LOG.errorf("A request failed unexpectedly: %s", Trace.of(cause));
    return new Failure.Unexpected();
  }

  private static List<String> allowed(NotAllowedException e) {
    return e.getResponse().getAllowedMethods().stream().sorted().toList();
  }

  private static Throwable unwrapped(Throwable thrown) {
    return switch (thrown) {
      case CompositeException several -> unwrapped(several.getCauses().getFirst());
      case CompletionException wrapper when wrapper.getCause() != null ->
          unwrapped(wrapper.getCause());
      default -> thrown;
    };
  }
}
