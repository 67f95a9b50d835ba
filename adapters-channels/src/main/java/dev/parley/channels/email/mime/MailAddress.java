package dev.parley.channels.email.mime;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox as a sender wrote it: one line, without control characters.
 *
 * @param name display name, null when there is none
 * @param address {@code local@domain}; not checked beyond having both
 */
public record MailAddress(@Nullable String name, String address) {

  /** Masked, so that no log shows an address by accident. */
  @Override
  public String toString() {
    return "***@" + domain();
  }

  /** In lower case. */
  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** As written: its case may matter to its owner. */
  public String localPart() {
    return address.substring(0, address.lastIndexOf('@'));
  }
}
