/** What connectors share. */
@NullMarked
package dev.parley.channels.support;

import org.jspecify.annotations.NullMarked;
