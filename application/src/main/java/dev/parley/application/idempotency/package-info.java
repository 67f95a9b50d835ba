/**
 * Answers of writes, kept so that a client that did not hear the first one can ask again without
 * doing the work twice.
 */
@NullMarked
package dev.parley.application.idempotency;

import org.jspecify.annotations.NullMarked;
