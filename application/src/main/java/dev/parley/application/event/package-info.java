/** The feed: what happened in an organization, in an order that every reader sees the same. */
@NullMarked
package dev.parley.application.event;

import org.jspecify.annotations.NullMarked;
