/** Schedules of business hours in PostgreSQL. */
@NullMarked
package dev.parley.persistence.hours;

import org.jspecify.annotations.NullMarked;
