package dev.parley.channels.email;

import java.net.IDN;

/** Domain names as they stand on the wire. */
public final class Idn {
  private Idn() {}

  /**
   * @return in ASCII; the name itself when it has no such form, so that the mail server refuses it
   */
  public static String toAscii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      return domain;
    }
  }
}
