/** Tests of what all dialects share. */
@NullMarked
package dev.parley.rest.support;

import org.jspecify.annotations.NullMarked;
