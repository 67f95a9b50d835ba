package dev.parley.rest.files;

import dev.parley.application.attachment.Blobs;
import dev.parley.application.attachment.FileLinks;
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
  private final FileLinks links;
  private final Blobs blobs;

  FileResource(FileLinks links, Blobs blobs) {
    this.links = links;
    this.blobs = blobs;
  }

  @GET
  @Path("{token}")
  @Operation(hidden = true)
  public Uni<Response> get(@PathParam("token") String token) {
    FileLinks.Target target = links.resolve(token).orElseThrow(FileResource::unknown);
    return blobs
        .get(target.organization(), target.blob())
        .map(found -> answer(target, found.orElseThrow(FileResource::unknown)));
  }

  private static Response answer(FileLinks.Target target, byte[] bytes) {
    Presentation presentation = Presentation.of(target.mediaType(), target.fileName());
    return Response.ok(bytes)
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
