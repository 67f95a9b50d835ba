package dev.parley.rest.files;

import dev.parley.application.attachment.LinkedFile;
import dev.parley.application.attachment.OpenLink;
import dev.parley.rest.support.Failure;
import dev.parley.rest.support.RequestRefused;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Serves files without trusting them: shown in place only when of a few harmless types, else saved;
 * never run, sniffed or framed with rights of ours (OWASP File Upload Cheat Sheet).
 */
@Path("/files")
class FileResource {
  private final OpenLink links;

  FileResource(OpenLink links) {
    this.links = links;
  }

  @GET
  @Path("{token}")
  @Operation(hidden = true)
  public Uni<Response> get(@PathParam("token") String token) {
    return links.open(token).map(found -> answer(found.orElseThrow(FileResource::unknown)));
  }

  private static Response answer(LinkedFile file) {
    Presentation presentation = Presentation.of(file.mediaType(), file.fileName());
    return Response.ok(file.bytes())
        .type(presentation.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, presentation.disposition())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(HttpHeaders.CACHE_CONTROL, "private")
        .build();
  }

  private static RequestRefused unknown() {
    return new RequestRefused(new Failure.NoSuchRoute());
  }
}
