/** Organizations in PostgreSQL, the only rows that are read across organizations. */
@NullMarked
package dev.parley.persistence.organization;

import org.jspecify.annotations.NullMarked;
