/**
 * What every dialect needs and none owns: who calls, what a failure is before it is worded, limits
 * of what comes in, request ids, repeated requests. Knows no dialect; finds the one that answers a
 * path among the {@link dev.parley.rest.support.Dialect} beans.
 */
@NullMarked
package dev.parley.rest.support;

import org.jspecify.annotations.NullMarked;
