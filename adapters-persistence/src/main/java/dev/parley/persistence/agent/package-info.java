/** Agents and their API keys in PostgreSQL. */
@NullMarked
package dev.parley.persistence.agent;

import org.jspecify.annotations.NullMarked;
