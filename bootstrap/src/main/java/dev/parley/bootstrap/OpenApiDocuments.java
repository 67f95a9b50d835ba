package dev.parley.bootstrap;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Answers with the documents as the build wrote them. Quarkus would read and write each of them
 * again at every start, a third of its time, to let filters change what ours leave alone: they have
 * all done their work in the build.
 */
@Singleton
final class OpenApiDocuments {
  private static final Pattern PATH_OF =
      Pattern.compile("quarkus\\.smallrye-openapi(?<name>\\.[a-z0-9-]+)?\\.path");
  private static final String FILE = "META-INF/quarkus-generated-openapi-doc";
  private static final String ENDING = "(\\.json|\\.ya?ml)?";

  private final Config config;
  private final Map<String, Buffer> files = new ConcurrentHashMap<>();

  @Inject
  OpenApiDocuments(Config config) {
    this.config = config;
  }

  /** Quarkus finds no document then, and so has nothing to do. */
  static void hideFromQuarkus() {
    OpenApiConstants.classLoader = new Nothing();
  }

  void install(@Observes Router router) {
    for (String property : config.getPropertyNames()) {
      Matcher path = PATH_OF.matcher(property);
      if (path.matches()) {
        String file =
            FILE + (path.group("name") == null ? "" : path.group("name").replace('.', '-'));
        install(router, config.getValue(property, String.class), file);
      }
    }
  }

  private void install(Router router, String path, String file) {
    router
        .routeWithRegex(Pattern.quote(path) + ENDING)
        .order(-1)
        .handler(context -> answer(context, file));
  }

  private void answer(RoutingContext context, String file) {
    if (context.request().method().equals(HttpMethod.OPTIONS)) {
      context.next();
      return;
    }
    boolean json = wantsJson(context);
    Buffer document =
        files.computeIfAbsent(file + (json ? ".JSON" : ".YAML"), OpenApiDocuments::read);
    context
        .response()
        .putHeader(
            HttpHeaders.CONTENT_TYPE,
            (json ? "application/json" : "application/yaml") + ";charset=UTF-8")
        .end(document);
  }

  private static boolean wantsJson(RoutingContext context) {
    String path = context.normalizedPath();
    if (path.endsWith(".json") || path.endsWith(".yaml") || path.endsWith(".yml")) {
      return path.endsWith(".json");
    }
    String accept = context.request().getHeader(HttpHeaders.ACCEPT);
    return (accept != null && accept.contains("application/json"))
        || context.queryParam("format").stream().anyMatch("json"::equalsIgnoreCase);
  }

  private static Buffer read(String file) {
    try (@Nullable InputStream stream =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("The build left no " + file);
      }
      return Buffer.buffer(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sees no resource. */
  private static final class Nothing extends ClassLoader {
    Nothing() {
      super(Nothing.class.getClassLoader());
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      return null;
    }
  }
}
