/** What clients are told of as it happens. */
@NullMarked
package dev.parley.domain.event;

import org.jspecify.annotations.NullMarked;
