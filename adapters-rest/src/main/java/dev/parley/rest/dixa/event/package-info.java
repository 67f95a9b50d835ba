/**
 * Events: what a webhook receives and what the stream sends, the same for both. Snake case and
 * upper-case constants, a dialect of its own within Dixa's. Of Dixa's events, these have no cause
 * here: {@code ConversationEndUserReplaced}, {@code ConversationMessageDeliverySpamComplaint}, the
 * bans, {@code TypingStarted} and the evaluations of SLAs. The stream is an addition.
 */
@NullMarked
package dev.parley.rest.dixa.event;

import org.jspecify.annotations.NullMarked;
