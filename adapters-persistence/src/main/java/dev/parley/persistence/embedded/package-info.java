/**
 * The PostgreSQL server that Parley brings along: unpacked, initialised, started and stopped as a
 * child process, for installations without a server of their own and for tests. Start at {@link
 * dev.parley.persistence.embedded.EmbeddedPostgres}.
 */
@NullMarked
package dev.parley.persistence.embedded;

import org.jspecify.annotations.NullMarked;
