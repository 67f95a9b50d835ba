package dev.parley.application.shared;

import dev.parley.domain.organization.OrganizationId;

/**
 * One transaction of one organization; nothing outside that organization can be read or written
 * through it.
 *
 * <p>Ports that take a transaction send their statement when they are <em>called</em>, not when
 * their {@code Uni} is subscribed to. Statements run in the order of the calls on one connection
 * without waiting for each other, so a handler calls its loads one after the other, and chains only
 * where it needs a result: all calls made before the first wait share one round trip.
 */
public interface Transaction {
  OrganizationId organization();
}
