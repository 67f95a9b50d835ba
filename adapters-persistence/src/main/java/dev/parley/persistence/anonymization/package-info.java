/** Where personal data lies in PostgreSQL, and how it goes. */
@NullMarked
package dev.parley.persistence.anonymization;

import org.jspecify.annotations.NullMarked;
