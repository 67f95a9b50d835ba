/**
 * Conversations, messages, notes, tags and the activity log in Dixa's words. Start at {@link
 * dev.parley.rest.dixa.conversation.DixaWords}.
 *
 * <p>Choices where Dixa and Parley have different words:
 *
 * <ul>
 *   <li>Resolved is {@code Closed}, snoozed is {@code Pending}; {@code AwaitingPending} is not
 *       sent.
 *   <li>A channel that Dixa has no variant of its own for is shown as {@code GenericConversation};
 *       where Dixa has no channel word either, the channel is {@code Messenger}.
 *   <li>Messages that are no mails, and those whose personal data was removed, have {@code
 *       GenericAttributes}. A mail longer than {@link
 *       dev.parley.rest.dixa.conversation.MessagePayload#INLINE_MAX} is given as {@code TooLarge}
 *       with its original as the file.
 *   <li>Parley itself as an author has the nil UUID in messages, and no {@code author} in the log.
 *   <li>The log leaves out what Dixa has no type for. {@code MessageDeliveryFailed} with {@code
 *       MessageDeliveryFailedAttribute} {@code {messageId, reason}} is an addition of ours; its
 *       {@code activityType} is {@code UnknownActivityType}.
 *   <li>A conversation whose personal data was removed refuses claims with 409 and everything else
 *       with 400, since only claim lists a conflict.
 * </ul>
 */
@NullMarked
package dev.parley.rest.dixa.conversation;

import org.jspecify.annotations.NullMarked;
