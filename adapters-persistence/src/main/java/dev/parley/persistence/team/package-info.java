/** Teams and who is in them in PostgreSQL. */
@NullMarked
package dev.parley.persistence.team;

import org.jspecify.annotations.NullMarked;
