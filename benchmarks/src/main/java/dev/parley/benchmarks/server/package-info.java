/** The processes that are measured, and what they use. */
@NullMarked
package dev.parley.benchmarks.server;

import org.jspecify.annotations.NullMarked;
