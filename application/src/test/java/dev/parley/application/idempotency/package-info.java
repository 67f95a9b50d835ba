/** The contract of the idempotency store and its fake. */
@NullMarked
package dev.parley.application.idempotency;

import org.jspecify.annotations.NullMarked;
