/** What is measured, and how. */
@NullMarked
package dev.parley.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
