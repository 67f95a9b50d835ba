/** Queues and who serves them. */
@NullMarked
package dev.parley.rest.dixa.queue;

import org.jspecify.annotations.NullMarked;
