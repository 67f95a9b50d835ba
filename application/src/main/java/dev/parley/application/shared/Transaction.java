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

  /**
   * For the last statement of the work: the commit travels with it, without waiting for its answer.
   * So it has to be one that fails by itself where nothing may be committed, and no other can be
   * sent after it. Where the call turns out to need no statement, the work is committed as usual.
   */
  Transaction closing();
}
