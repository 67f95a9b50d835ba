/** Tags. */
@NullMarked
package dev.parley.rest.dixa.tag;

import org.jspecify.annotations.NullMarked;
