/** Keeps the background work going, on this instance as on every other. */
@NullMarked
package dev.parley.bootstrap.work;

import org.jspecify.annotations.NullMarked;
