/** Orders to remove personal data for good: a contact, a conversation or a message. */
@NullMarked
package dev.parley.domain.anonymization;

import org.jspecify.annotations.NullMarked;
