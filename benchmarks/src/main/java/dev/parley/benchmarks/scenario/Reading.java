package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.ceiling.Pgbench;
import dev.parley.benchmarks.ceiling.Script;
import dev.parley.benchmarks.ceiling.Statement;
import dev.parley.benchmarks.data.Tenant;
import dev.parley.benchmarks.load.Request;
import java.util.List;
import java.util.Map;

/** How a script is made of a request that only reads. */
final class Reading {
  private Reading() {}

  static Requests.Seen see(
      Recording recording,
      String name,
      int weight,
      Tenant tenant,
      Request request,
      String variables,
      Map<String, String> known) {
    List<List<Statement>> transactions = recording.transactions(tenant, request, Condition.ALREADY);
    return new Requests.Seen(
        List.of(
            new Pgbench.Part(name, new Script(variables, known, null).of(transactions), weight)),
        transactions.stream().mapToInt(List::size).sum(),
        recording.roundTrips(() -> request));
  }

  /** Several kinds of requests mixed by the weights of their scripts. */
  static Requests.Seen mixed(List<Requests.Seen> kinds) {
    double weights = kinds.stream().mapToInt(Reading::weight).sum();
    return new Requests.Seen(
        kinds.stream().flatMap(kind -> kind.script().stream()).toList(),
        kinds.stream().mapToDouble(kind -> kind.statements() * weight(kind)).sum() / weights,
        kinds.stream().mapToDouble(kind -> kind.roundTrips() * weight(kind)).sum() / weights);
  }

  private static int weight(Requests.Seen kind) {
    return kind.script().getFirst().weight();
  }
}
