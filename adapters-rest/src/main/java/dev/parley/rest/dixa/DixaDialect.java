package dev.parley.rest.dixa;

import dev.parley.application.agent.ApiToken;
import dev.parley.rest.support.Answer;
import dev.parley.rest.support.Dialect;
import dev.parley.rest.support.Failure;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Dixa's API: a bare or bearer token, {@code {"message"}} for every failure. */
@Singleton
class DixaDialect implements Dialect {
  private static final String BEARER = "bearer ";

  @Override
  public String prefix() {
    return "/v1";
  }

  @Override
  public Optional<ApiToken> token(Function<String, @Nullable String> header) {
    String value = header.apply("Authorization");
    if (value == null) {
      return Optional.empty();
    }
    boolean bearer = value.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return ApiToken.parse(bearer ? value.substring(BEARER.length()).strip() : value.strip());
  }

  @Override
  public Answer render(Failure failure) {
    return switch (failure) {
      case Failure.Refused(var error) -> DixaErrors.answer(error);
      case Failure.BadValue(var place, var name) -> badValue(place, name);
      case Failure.BadBody(var path, var rule) ->
          path == null
              ? DixaErrors.answer(400, DixaErrors.BAD_BODY + " (" + rule + ")")
              : DixaErrors.badBody(path, rule);
      case Failure.Malformed _ -> DixaErrors.answer(400, "Decoding failure in request");
      case Failure.NotAuthenticated _ ->
          DixaErrors.answer(401, "The API token is missing or unknown");
      case Failure.AgentDisabled _ -> DixaErrors.answer(403, "The API token's user is disabled");
      case Failure.NoSuchRoute _ -> DixaErrors.notFound();
      case Failure.MethodNotAllowed(var allowed) ->
          new Answer(
              405,
              new Message("Method not allowed"),
              allowed.isEmpty() ? Map.of() : Map.of("Allow", String.join(", ", allowed)));
      case Failure.NotAcceptable _ -> DixaErrors.answer(406, "Answers are application/json");
      case Failure.KeyInUse _ ->
          DixaErrors.answer(409, "The request with this Idempotency-Key is being carried out");
      case Failure.AnswerEmptied _ ->
          DixaErrors.answer(409, "The request was carried out; its answer has been anonymized");
      case Failure.BodyTooLarge _ -> DixaErrors.answer(413, "The body is too large");
      case Failure.UriTooLong _ -> DixaErrors.answer(414, "The URL is too long");
      case Failure.UnsupportedMediaType _ ->
          DixaErrors.answer(415, "Bodies must be application/json");
      case Failure.KeyReused _ ->
          DixaErrors.answer(422, "The Idempotency-Key was used for another request");
      case Failure.TooManyRequests(long seconds) ->
          new Answer(
              429, new Message("Too Many Requests"), Map.of("Retry-After", Long.toString(seconds)));
      case Failure.Unexpected _ ->
          DixaErrors.answer(500, "There was an internal server error while processing the request");
    };
  }

  private static Answer badValue(Failure.Place place, String name) {
    return DixaErrors.answer(
        400,
        switch (place) {
          case PATH -> "Invalid value for: path parameter " + name;
          case QUERY -> "Invalid value for: query parameter " + name;
          case HEADER -> "Invalid value for: header " + name;
        });
  }
}
