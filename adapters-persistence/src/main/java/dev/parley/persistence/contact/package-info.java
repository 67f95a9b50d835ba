/**
 * Contacts in PostgreSQL. They stand on the path of every inbound message, and one spreads over
 * three tables, so they are read and written by single statements of the PG client.
 */
@NullMarked
package dev.parley.persistence.contact;

import org.jspecify.annotations.NullMarked;
