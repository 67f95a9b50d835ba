/** Contact endpoints and what arrives at them, in PostgreSQL. */
@NullMarked
package dev.parley.persistence.channel;

import org.jspecify.annotations.NullMarked;
