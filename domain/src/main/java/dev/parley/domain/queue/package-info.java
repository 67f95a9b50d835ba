/** Where conversations wait, who serves them, and how an agent is chosen. */
@NullMarked
package dev.parley.domain.queue;

import org.jspecify.annotations.NullMarked;
