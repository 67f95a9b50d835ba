/**
 * One thread of contact about one matter, over one channel: its state, who holds it, what was said.
 * Start reading at {@link dev.parley.domain.conversation.Conversation}.
 */
@NullMarked
package dev.parley.domain.conversation;

import org.jspecify.annotations.NullMarked;
