/** Custom attribute definitions in PostgreSQL. */
@NullMarked
package dev.parley.persistence.attribute;

import org.jspecify.annotations.NullMarked;
