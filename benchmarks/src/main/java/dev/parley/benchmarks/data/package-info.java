/** Fills a database of the service with much data like that which the service writes itself. */
@NullMarked
package dev.parley.benchmarks.data;

import org.jspecify.annotations.NullMarked;
