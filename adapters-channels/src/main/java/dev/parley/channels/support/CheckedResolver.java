package dev.parley.channels.support;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host once for each connection and answers only when every address may be reached. The
 * client connects to exactly these addresses, so a name that changes its mind afterwards is of no
 * use.
 */
final class CheckedResolver implements DnsResolver {
  private final NameResolver names;
  private final boolean privateToo;

  CheckedResolver(NameResolver names, boolean privateToo) {
    this.names = names;
    this.privateToo = privateToo;
  }

  /** Some address of the host may not be reached. */
  static final class RefusedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return checked(host).toArray(InetAddress[]::new);
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return checked(host).stream().map(address -> new InetSocketAddress(address, port)).toList();
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private List<InetAddress> checked(String host) throws UnknownHostException {
    List<InetAddress> addresses =
        OutboundUrl.isAddress(host)
            ? List.of(InetAddress.ofLiteral(host))
            : List.copyOf(names.resolve(host));
    if (addresses.isEmpty()) {
      throw new UnknownHostException();
    }
    if (!addresses.stream().allMatch(this::isReachable)) {
      throw new RefusedAddressException();
    }
    return addresses;
  }

  private boolean isReachable(InetAddress address) {
    return switch (Reach.of(address)) {
      case PUBLIC -> true;
      case PRIVATE -> privateToo;
      case NEVER -> false;
    };
  }
}
