package dev.parley.channels.support;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Looks up servers that an administrator names. They may stand in the operator's own network, but
 * not where no server is, on a link, or where a cloud hands out credentials.
 */
public final class OwnServers {
  private final CheckedResolver resolver;

  public OwnServers(NameResolver names) {
    resolver = new CheckedResolver(names, true);
  }

  /**
   * The address to connect to; connecting to the name instead would look it up again.
   *
   * @param host a name or an address, that of IPv6 with or without brackets
   * @throws UnknownHostException also when any address of the host must not be reached
   */
  public InetAddress find(String host) throws UnknownHostException {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return resolver.resolve(bracketed ? host.substring(1, host.length() - 1) : host)[0];
  }
}
