/** Schedules of business hours. */
@NullMarked
package dev.parley.application.hours;

import org.jspecify.annotations.NullMarked;
