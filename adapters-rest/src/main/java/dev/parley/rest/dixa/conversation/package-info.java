/**
 * Conversations, messages, notes, tags and the activity log in Dixa's words. Start at {@link
 * dev.parley.rest.dixa.conversation.DixaWords}.
 *
 * <p>Choices where Dixa and Parley have different words:
 *
 * <ul>
 *   <li>Resolved is {@code Closed}, snoozed is {@code Pending}; {@code AwaitingPending} is not
 *       sent.
 *   <li>A channel that Dixa has no word for is shown as {@code GenericConversation} with the
 *       channel {@code Messenger}, and with what it is called in {@code genericChannelName}, an
 *       addition.
 *   <li>Our {@code messenger} is Meta's and so {@code FacebookMessenger}; Dixa's {@code Messenger}
 *       is our {@code in-app}.
 *   <li>Mails whose personal data was removed have {@code GenericAttributes}. A mail longer than
 *       {@link dev.parley.rest.dixa.conversation.EmailContent#INLINE_MAX} is given as {@code
 *       TooLarge} with its original as the file.
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
