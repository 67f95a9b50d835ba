/** Measures the packaged service against what PostgreSQL itself can do. */
@NullMarked
package dev.parley.benchmarks;

import org.jspecify.annotations.NullMarked;
