/** Searching in PostgreSQL. */
@NullMarked
package dev.parley.persistence.search;

import org.jspecify.annotations.NullMarked;
