/** Posts events to subscribers. */
@NullMarked
package dev.parley.channels.webhook;

import org.jspecify.annotations.NullMarked;
