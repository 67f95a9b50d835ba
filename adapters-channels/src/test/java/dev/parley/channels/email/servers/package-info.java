/** Mail servers of the operating system, run with a configuration and a directory of our own. */
@org.jspecify.annotations.NullMarked
package dev.parley.channels.email.servers;
