package dev.parley.bootstrap;

import dev.parley.bootstrap.configuration.Installation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;

/** Finds out before the database starts that HTTP cannot listen. */
final class HttpPort {
  private HttpPort() {}

  static void requireFree(Installation installation) {
    InetSocketAddress address =
        new InetSocketAddress(installation.httpHost(), installation.httpPort());
    if (address.isUnresolved() || isElsewhere(address.getAddress())) {
      throw new CannotStart(
          "PARLEY_HTTP_HOST: '" + installation.httpHost() + "' is not an address of this machine");
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
    } catch (IOException e) {
      throw new CannotStart(
          "PARLEY_HTTP_PORT: cannot listen on port "
              + installation.httpPort()
              + ": "
              + e.getMessage());
    }
  }

  private static boolean isElsewhere(InetAddress address) {
    try {
      return !address.isAnyLocalAddress()
          && !address.isLoopbackAddress()
          && NetworkInterface.getByInetAddress(address) == null;
    } catch (SocketException e) {
      throw new CannotStart("PARLEY_HTTP_HOST: cannot be looked up: " + e.getMessage());
    }
  }
}
