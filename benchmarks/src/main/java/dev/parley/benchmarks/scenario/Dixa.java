package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.data.Tenant;
import dev.parley.benchmarks.load.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests in the Dixa dialect. */
final class Dixa {
  private Dixa() {}

  static Request get(URI service, Tenant tenant, String path) {
    return Request.get(service, "/v1/" + path, Map.of("Authorization", tenant.token()));
  }

  static Request send(URI service, Tenant tenant, String method, String path, String json) {
    return Request.of(
        service,
        method,
        "/v1/" + path,
        Map.of("Authorization", tenant.token(), "Content-Type", "application/json"),
        json.getBytes(StandardCharsets.UTF_8));
  }
}
