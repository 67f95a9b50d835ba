/** Puts the parts together, one class per feature. No conditions here: every combination is one. */
@NullMarked
package dev.parley.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
