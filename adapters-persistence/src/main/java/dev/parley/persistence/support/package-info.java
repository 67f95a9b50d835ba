/** How statements reach PostgreSQL. */
@NullMarked
package dev.parley.persistence.support;

import org.jspecify.annotations.NullMarked;
