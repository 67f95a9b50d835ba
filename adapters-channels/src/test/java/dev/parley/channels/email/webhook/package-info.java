@org.jspecify.annotations.NullMarked
package dev.parley.channels.email.webhook;
