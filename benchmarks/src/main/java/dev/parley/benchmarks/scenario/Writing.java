package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.data.ConversationRef;
import dev.parley.benchmarks.data.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How a script is made of a request that changes a conversation. */
final class Writing {
  /** The statement that loads a conversation; its columns are known to those that follow. */
  static final String LOAD = "for no key update";

  /** The contact of the conversation {@code :number} of {@code :org}. */
  static final String REQUESTER =
      "(select r.requester_id from conversation r"
          + " where r.org_id = :org::bigint and r.number = :number::bigint)";

  /** From here on versions occur nowhere else, so that they are found among the parameters. */
  private static final AtomicLong VERSION = new AtomicLong(7_770_000);

  private static final int VERSIONS_APART = 100;

  private static final int EVENTS_MAX = 8;

  private Writing() {}

  /** What is known of a conversation once it has been loaded, and what is not new in it. */
  static Map<String, String> known(Tenant tenant, ConversationRef conversation, long version) {
    Map<String, String> known = new HashMap<>();
    tenant.agents().forEach(agent -> known.put(agent.toString(), "'" + agent + "'"));
    known.put(tenant.defaultQueue().toString(), "'" + tenant.defaultQueue() + "'");
    known.put(tenant.emailEndpoint().toString(), "'" + tenant.emailEndpoint() + "'");
    known.put(tenant.admin().toString(), "'" + tenant.admin() + "'");
    known.put(Long.toString(conversation.number()), ":number");
    known.put(conversation.id().toString(), ":id");
    for (int i = 0; i < EVENTS_MAX; i++) {
      known.put(Long.toString(version + i), "(:version::bigint + " + i + ")");
    }
    return known;
  }

  /**
   * Gives a conversation a version that can be told from other numbers, and that none had before:
   * entries of its log are numbered by it.
   */
  static long mark(Recording recording, Tenant tenant, ConversationRef conversation) {
    long version = VERSION.addAndGet(VERSIONS_APART);
    recording
        .postgres()
        .run(
            "update parley.conversation set version = %d where org_id = %d and number = %d"
                .formatted(version, tenant.number(), conversation.number()));
    return version;
  }
}
