package dev.parley.rest.support;

import dev.parley.application.agent.ApiToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Words failures where no dialect lives: {@code {"message": …}} with HTTP's own phrase. */
final class PlainDialect implements Dialect {
  @Override
  public String prefix() {
    return "";
  }

  @Override
  public boolean asksForToken() {
    return false;
  }

  @Override
  public Optional<ApiToken> token(Function<String, @Nullable String> header) {
    return Optional.empty();
  }

  @Override
  public Answer render(Failure failure) {
    return switch (failure) {
      case Failure.Refused(var error) ->
          switch (error.kind()) {
            case NOT_FOUND -> answer(404, "Not Found");
            case CONFLICT -> answer(409, "Conflict");
            case INVALID -> answer(400, "Bad Request");
            case FORBIDDEN -> answer(403, "Forbidden");
            case UNAVAILABLE -> answer(503, "Service Unavailable", Map.of("Retry-After", "1"));
          };
      case Failure.BadValue _, Failure.BadBody _, Failure.Malformed _ -> answer(400, "Bad Request");
      case Failure.NotAuthenticated _ -> answer(401, "Unauthorized");
      case Failure.AgentDisabled _ -> answer(403, "Forbidden");
      case Failure.NoSuchRoute _ -> answer(404, "Not Found");
      case Failure.MethodNotAllowed(var allowed) ->
          answer(405, "Method Not Allowed", allow(allowed));
      case Failure.NotAcceptable _ -> answer(406, "Not Acceptable");
      case Failure.KeyInUse _, Failure.AnswerEmptied _ -> answer(409, "Conflict");
      case Failure.BodyTooLarge _ -> answer(413, "Content Too Large");
      case Failure.UriTooLong _ -> answer(414, "URI Too Long");
      case Failure.UnsupportedMediaType _ -> answer(415, "Unsupported Media Type");
      case Failure.KeyReused _ -> answer(422, "Unprocessable Content");
      case Failure.TooManyRequests(long seconds) ->
          answer(429, "Too Many Requests", Map.of("Retry-After", Long.toString(seconds)));
      case Failure.Unexpected _ -> answer(500, "Internal Server Error");
    };
  }

  private static Map<String, String> allow(List<String> methods) {
    return methods.isEmpty() ? Map.of() : Map.of("Allow", String.join(", ", methods));
  }

  private static Answer answer(int status, String message) {
    return answer(status, message, Map.of());
  }

  private static Answer answer(int status, String message, Map<String, String> headers) {
    return new Answer(status, Map.of("message", message), headers);
  }
}
