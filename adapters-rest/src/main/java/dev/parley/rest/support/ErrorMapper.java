package dev.parley.rest.support;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Words every failure of every dialect, whether a resource had been found or not. */
@Provider
class ErrorMapper implements ExceptionMapper<Throwable> {
  private final CurrentVertxRequest request;

  ErrorMapper(CurrentVertxRequest request) {
    this.request = request;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    Answer answer = Failures.answer(FrontDoor.dialectOf(request.getCurrent()), thrown);
    Response.ResponseBuilder response =
        Response.status(answer.status())
            .entity(answer.body())
            .type(MediaType.APPLICATION_JSON_TYPE);
    answer.headers().forEach(response::header);
    return response.build();
  }
}
