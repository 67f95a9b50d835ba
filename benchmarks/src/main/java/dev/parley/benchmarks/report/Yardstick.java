package dev.parley.benchmarks.report;

/**
 * What PostgreSQL does here under pgbench's own scripts, with prepared statements: it puts figures
 * of different machines in relation. NaN without {@code pgbench}.
 *
 * @param tpcbPerSecond transactions of the script like TPC-B
 * @param selectPerSecond transactions of the script that only reads
 * @param clients of pgbench
 * @param scale of its tables; one is 100,000 accounts
 */
public record Yardstick(double tpcbPerSecond, double selectPerSecond, int clients, int scale) {}
