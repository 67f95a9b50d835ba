package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.data.Tenant;
import dev.parley.benchmarks.load.HttpLoad;
import dev.parley.benchmarks.load.RequestSource;
import dev.parley.benchmarks.report.Cost;
import dev.parley.benchmarks.report.ScenarioResult;
import dev.parley.benchmarks.report.Throughput;
import dev.parley.benchmarks.server.GcLog;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** W8. Counted in messages, from the request to the certificate. */
final class Anonymize implements Scenario {
  @Override
  public String id() {
    return "W8";
  }

  /** No script can play it: what is removed depends on what is found. */
  @Override
  public void record(Recording recording) {}

  @Override
  public RequestSource requests(World world, SplittableRandom random) {
    Tenant tenant = world.data().tenants().getFirst();
    return () -> {
      UUID person = world.data().addHeavyContact(tenant, world.effort().heavy());
      return Dixa.send(
          world.service().address(),
          tenant,
          "PATCH",
          "endusers/" + person + "/anonymize?force=true",
          "");
    };
  }

  @Override
  public ScenarioResult measure(World world) {
    Measurement measurement = new Measurement(world);
    RequestSource people = requests(world, new SplittableRandom(1));
    List<Double> rates = new ArrayList<>();
    long errors = 0;
    GcLog gc = world.service().gcLog();
    int position = gc.position();
    Usage used = Usage.NONE;
    for (int i = 0; i < world.effort().repeats(); i++) {
      var request = people.next();
      world.postgres().settle();
      Usage before = Usage.now(world, ProcessHandle.current());
      long begun = System.nanoTime();
      HttpLoad.Served served = world.load().once(request);
      awaitDone(world);
      rates.add(world.effort().heavy() / ((System.nanoTime() - begun) / 1e9));
      used = used.plus(Usage.now(world, ProcessHandle.current()).minus(before));
      errors += served.errors();
    }
    long messages = (long) world.effort().heavy() * world.effort().repeats();
    Cost cost = measurement.cost(used, messages, gc.since(position), Double.NaN, Double.NaN);
    return new ScenarioResult(
        id(),
        "Anonymize a person",
        "messages",
        "PATCH /v1/endusers/{id}/anonymize of one with "
            + world.effort().heavy()
            + " messages, until its certificate is there",
        world.data().messages(),
        new Throughput(rates, errors),
        1,
        null,
        cost,
        List.of(),
        List.of());
  }

  private static void awaitDone(World world) {
    new Condition(
            "the anonymization",
            () ->
                world
                    .postgres()
                    .query(
                        "select count(*) from parley.anonymization_request"
                            + " where processed_at is null")
                    .getFirst()
                    .equals("0"))
        .await();
  }
}
