/** What PostgreSQL itself reaches with the statements of the service. */
@NullMarked
package dev.parley.benchmarks.ceiling;

import org.jspecify.annotations.NullMarked;
