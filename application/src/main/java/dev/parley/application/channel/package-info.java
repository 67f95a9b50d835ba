/**
 * How messages get in and out. A connector is one bean that implements what its medium can do of
 * {@link dev.parley.application.channel.InboundParser} and {@link
 * dev.parley.application.channel.OutboundSender}; nothing else knows the medium.
 */
@NullMarked
package dev.parley.application.channel;

import org.jspecify.annotations.NullMarked;
