package dev.parley.application.idempotency;

import dev.parley.domain.contact.ContactId;

/**
 * Whose data a kept answer shows, so that anonymization can empty it.
 *
 * @param key stored, so that it must stay as it is
 */
public record Subject(String key) {
  public static Subject contact(ContactId id) {
    return new Subject("contact:" + id.value());
  }

  /**
   * @param number the conversation's number
   */
  public static Subject conversation(long number) {
    return new Subject("conversation:" + number);
  }
}
