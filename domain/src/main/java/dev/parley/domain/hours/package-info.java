/** When somebody is there: weekly hours in a time zone, with exceptions. */
@NullMarked
package dev.parley.domain.hours;

import org.jspecify.annotations.NullMarked;
