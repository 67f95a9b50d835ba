/** Queues, their members, and the work of handing conversations out. */
@NullMarked
package dev.parley.application.queue;

import org.jspecify.annotations.NullMarked;
