/** Searching conversations. */
@NullMarked
package dev.parley.rest.dixa.search;

import org.jspecify.annotations.NullMarked;
