/**
 * What contacts think of the work of agents: questions put to them, and their answers. Start with
 * {@link dev.parley.domain.rating.Surveys}, which decides; the conversation tells of it.
 */
@NullMarked
package dev.parley.domain.rating;

import org.jspecify.annotations.NullMarked;
