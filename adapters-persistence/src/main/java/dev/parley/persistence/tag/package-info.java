/** Tags in PostgreSQL. */
@NullMarked
package dev.parley.persistence.tag;

import org.jspecify.annotations.NullMarked;
