/** The kinds of medium, and the addresses of ours that people write to. */
@NullMarked
package dev.parley.domain.channel;

import org.jspecify.annotations.NullMarked;
