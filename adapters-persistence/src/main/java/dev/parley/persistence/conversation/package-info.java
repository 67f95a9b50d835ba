/**
 * Conversations in PostgreSQL: one data-modifying statement writes all a decision changed, one
 * statement answers a question.
 */
@NullMarked
package dev.parley.persistence.conversation;

import org.jspecify.annotations.NullMarked;
