/** Ratings in PostgreSQL. They are written as parts of a conversation's decision. */
@NullMarked
package dev.parley.persistence.rating;

import org.jspecify.annotations.NullMarked;
