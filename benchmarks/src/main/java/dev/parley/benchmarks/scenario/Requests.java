package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.ceiling.Pgbench;
import dev.parley.benchmarks.load.Drive;
import dev.parley.benchmarks.load.RequestSource;
import dev.parley.benchmarks.report.Ceiling;
import dev.parley.benchmarks.report.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A scenario of many small requests: warm up, ceiling, all it can, even rates, ceiling. */
abstract class Requests implements Scenario {
  private static final long SEED = 20_261_120;

  private final String id;
  private final String title;
  private final String unit;
  private final String shape;
  private final List<Rate> promised;
  private List<Pgbench.Part> script = List.of();
  private double statements = Double.NaN;
  private double roundTrips = Double.NaN;

  Requests(String id, String title, String unit, String shape, Rate... promised) {
    this.id = id;
    this.title = title;
    this.unit = unit;
    this.shape = shape;
    this.promised = List.of(promised);
  }

  @Override
  public final String id() {
    return id;
  }

  final String title() {
    return title;
  }

  /** What one unit was seen to do; the script is empty when pgbench cannot play it. */
  record Seen(List<Pgbench.Part> script, double statements, double roundTrips) {}

  abstract Seen see(Recording recording);

  /** What was made sure of after all requests. */
  List<String> checks(World world) {
    return List.of();
  }

  /**
   * Whether requests are answered before their work is done. Then they can come faster for a while
   * than the work gets done in the long run.
   */
  boolean answersAhead() {
    return false;
  }

  /** All it can. */
  Drive drive(World world, RequestSource source) {
    return time -> world.load().closed(source, world.effort().connections(), time);
  }

  @Override
  public final void record(Recording recording) {
    Seen seen = see(recording);
    script = seen.script();
    statements = seen.statements();
    roundTrips = seen.roundTrips();
  }

  @Override
  public ScenarioResult measure(World world) {
    Measurement measurement = new Measurement(world);
    RequestSource source = requests(world, new SplittableRandom(SEED));
    Drive drive = drive(world, source);
    List<String> remarks = new ArrayList<>();
    @Nullable String unsteady = measurement.warmUp(drive, world.effort().warmUp());
    if (unsteady != null) {
      remarks.add(unsteady);
    }
    Compared compared = compare(measurement, drive, world.effort().tries());
    double most = compared.full().most().median();
    var latencies = measurement.latencies(source, most, asked(most));
    remarks.addAll(checks(world));
    return new ScenarioResult(
        id,
        title,
        unit,
        shape,
        world.data().messages(),
        compared.full().most(),
        world.effort().connections(),
        compared.ceiling(),
        compared.full().cost(),
        latencies,
        remarks);
  }

  private List<Rate> asked(double most) {
    return promised.stream().filter(rate -> answersAhead() || rate.perSecond() < most).toList();
  }

  /** Again while the machine changes meanwhile, as virtual ones do. */
  private Compared compare(Measurement measurement, Drive drive, int tries) {
    double before = measurement.ceiling(script);
    for (int i = 1; ; i++) {
      Measurement.Full full = measurement.full(drive, statements, roundTrips);
      double after = measurement.ceiling(script);
      @Nullable Ceiling ceiling = Measurement.ceiling(before, after, script);
      if (ceiling == null || ceiling.isSound() || i >= tries) {
        return new Compared(full, ceiling);
      }
      before = after;
    }
  }

  private record Compared(Measurement.Full full, @Nullable Ceiling ceiling) {}
}
