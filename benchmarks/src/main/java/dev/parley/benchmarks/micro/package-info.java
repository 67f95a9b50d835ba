/** What single pieces of work cost, without a server around them. */
@NullMarked
package dev.parley.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
