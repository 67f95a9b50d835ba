package dev.parley.channels.support;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** The addresses that begin with the same bits (RFC 4632, RFC 4291). */
final class Cidr {
  private final byte[] prefix;
  private final int bits;

  private Cidr(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /**
   * @param written {@code address/bits}
   */
  static Cidr of(String written) {
    int slash = written.indexOf('/');
    return new Cidr(
        InetAddress.ofLiteral(written.substring(0, slash)).getAddress(),
        Integer.parseInt(written.substring(slash + 1)));
  }

  static List<Cidr> all(String... written) {
    return Stream.of(written).map(Cidr::of).toList();
  }

  /**
   * @param address 4 or 16 bytes; one of the other family is never contained
   */
  boolean contains(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % 8;
      if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
