/** Queues and their members in PostgreSQL. */
@NullMarked
package dev.parley.persistence.queue;

import org.jspecify.annotations.NullMarked;
