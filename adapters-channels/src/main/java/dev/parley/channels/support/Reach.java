package dev.parley.channels.support;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Who can be behind an address. The JDK's own questions ({@code isSiteLocalAddress} and the like)
 * miss shared, benchmark, unique-local and wrapped addresses. Sources: the IANA special-purpose
 * address registries (RFC 6890) and the metadata addresses that clouds document.
 */
enum Reach {
  /** Anybody's server. */
  PUBLIC,
  /** Our own machine or network; reachable when the operator says so. */
  PRIVATE,
  /** No server, a link, or a cloud's metadata, which hands out credentials. */
  NEVER;

  private static final List<Cidr> NEVER_REACHED =
      Cidr.all(
          "0.0.0.0/8",
          "100.100.100.200/32",
          "168.63.129.16/32",
          "169.254.0.0/16",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "2001::/23",
          "2001:db8::/32",
          "3fff::/20",
          "fd00:ec2::/32",
          "fd20:ce::/32");

  private static final List<Cidr> OWN =
      Cidr.all(
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "::1/128",
          "fc00::/7",
          "fec0::/10");

  private static final Cidr GLOBAL_UNICAST = Cidr.of("2000::/3");

  /** Written as bytes, because the JDK reads this notation as IPv4. */
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  private static final Cidr NAT64 = Cidr.of("64:ff9b::/96");
  private static final Cidr SIX_TO_FOUR = Cidr.of("2002::/16");

  static Reach of(InetAddress address) {
    return of(address.getAddress());
  }

  private static Reach of(byte[] address) {
    if (isIn(NEVER_REACHED, address)) {
      return NEVER;
    }
    if (isIn(OWN, address)) {
      return PRIVATE;
    }
    return address.length == 4 ? PUBLIC : ofIpv6(address);
  }

  /** Outside of global unicast only what wraps an IPv4 address can be public. */
  private static Reach ofIpv6(byte[] address) {
    if (NAT64.contains(address) || Arrays.equals(address, 0, 12, MAPPED, 0, 12)) {
      return of(Arrays.copyOfRange(address, 12, 16));
    }
    if (SIX_TO_FOUR.contains(address)) {
      return of(Arrays.copyOfRange(address, 2, 6));
    }
    return GLOBAL_UNICAST.contains(address) ? PUBLIC : NEVER;
  }

  private static boolean isIn(List<Cidr> ranges, byte[] address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }
}
