/** The feed of events in PostgreSQL. */
@NullMarked
package dev.parley.persistence.event;

import org.jspecify.annotations.NullMarked;
