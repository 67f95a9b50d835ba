package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.ceiling.Pgbench;
import dev.parley.benchmarks.data.Dataset;
import dev.parley.benchmarks.load.HttpLoad;
import dev.parley.benchmarks.server.ParleyService;
import dev.parley.benchmarks.server.Postgres;
import java.util.Optional;

/** What a scenario is measured on. */
public record World(
    Effort effort,
    Postgres postgres,
    ParleyService service,
    Dataset data,
    HttpLoad load,
    Optional<Pgbench> pgbench) {}
