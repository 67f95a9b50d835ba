/** Requests on their way to the service, and how long their answers take. */
@NullMarked
package dev.parley.benchmarks.load;

import org.jspecify.annotations.NullMarked;
