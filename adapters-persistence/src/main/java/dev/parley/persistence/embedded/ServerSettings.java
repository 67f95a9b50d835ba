package dev.parley.persistence.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The server's settings as command line arguments. */
final class ServerSettings {
  private static final Map<String, String> ALWAYS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("max_connections", "60"),
          Map.entry("shared_buffers", "256MB"),
          // Short statements: compiling them costs more than it saves.
          Map.entry("jit", "off"),
          // Errors quote the values that caused them: personal data has no place in a log.
          Map.entry("log_min_messages", "log"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_statement", "none"),
          Map.entry("log_min_duration_statement", "-1"),
          Map.entry("log_parameter_max_length", "0"),
          Map.entry("log_parameter_max_length_on_error", "0"),
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_checkpoints", "off"),
          Map.entry("logging_collector", "off"));

  /** Survives a kill of any process, not a power failure. */
  private static final Map<String, String> FORGETFUL =
      Map.of("fsync", "off", "full_page_writes", "off");

  private ServerSettings() {}

  static List<String> arguments(EmbeddedPostgres.Settings settings, Cluster cluster, int port) {
    Map<String, String> values = new TreeMap<>(ALWAYS);
    if (!settings.durable()) {
      values.putAll(FORGETFUL);
    }
    values.putAll(settings.parameters());
    values.put("port", Integer.toString(port));
    List<String> arguments = new ArrayList<>(List.of("-D", cluster.data().toString()));
    values.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    return arguments;
  }
}
