@NullMarked
package dev.parley.benchmarks.report;

import org.jspecify.annotations.NullMarked;
