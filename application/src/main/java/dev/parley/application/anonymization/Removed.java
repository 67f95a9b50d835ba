package dev.parley.application.anonymization;

/**
 * How much was removed, for the certificate.
 *
 * @param originals mails and webhook payloads as they had arrived
 * @param answers stored answers to repeated requests
 */
public record Removed(
    int contacts,
    int conversations,
    int messages,
    int notes,
    int files,
    int originals,
    int answers) {
  public static final Removed NOTHING = new Removed(0, 0, 0, 0, 0, 0, 0);
}
