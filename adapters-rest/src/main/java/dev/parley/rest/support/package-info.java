/** What the dialects share on the wire: it knows none of them. */
@NullMarked
package dev.parley.rest.support;

import org.jspecify.annotations.NullMarked;
