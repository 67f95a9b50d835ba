package dev.parley.benchmarks.scenario;

import java.util.List;

/** All there are, in the order they are measured: reads before what makes data grow. */
public final class Scenarios {
  private Scenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new ListConversations(),
        new GetConversation(),
        new Search(),
        new AddMessage(),
        new Claim(),
        new InboundMail(),
        new Anonymize(),
        new Import());
  }
}
