package dev.parley.channels.support;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks names up, so that what they stand for can be checked before anything connects to it. */
@FunctionalInterface
public interface NameResolver {
  /** What the operating system says. */
  NameResolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

  /**
   * @param name a DNS name in ASCII, never an address
   * @return every address of the name
   */
  List<InetAddress> resolve(String name) throws UnknownHostException;
}
