/**
 * Contact endpoints. Dixa only lists those for e-mail and telephony; the other types, making,
 * changing and deleting are additions. A request's fields become settings and secrets whose meaning
 * only the channel's connector knows, nested ones joined with a dot: {@code imap.host}.
 */
@NullMarked
package dev.parley.rest.dixa.channel;

import org.jspecify.annotations.NullMarked;
