package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.data.ConversationRef;
import dev.parley.benchmarks.data.Dataset;
import dev.parley.benchmarks.data.Tenant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The choices of the load driver, in pgbench's language: an organization by its size, a number. */
final class Choice {
  /** Numbers up to it are versions and sizes of pages as well. */
  private static final int SMALL_NUMBER = 32;

  private Choice() {}

  /**
   * A conversation to record with: its number is told from the other parameters, so that a script
   * replaces the one and keeps the others.
   *
   * @throws IllegalStateException when the organization has too few conversations
   */
  static ConversationRef recorded(Dataset data, Tenant tenant, SplittableRandom random) {
    return Stream.generate(() -> data.randomConversation(tenant, random))
        .limit(10L * tenant.conversations())
        .filter(conversation -> conversation.number() > SMALL_NUMBER)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Too few conversations to record with"));
  }

  /** Sets {@code :org} as {@link dev.parley.benchmarks.data.Dataset#randomTenant} chooses. */
  static String organization(List<Tenant> tenants) {
    long all = tenants.stream().mapToLong(Tenant::conversations).sum();
    StringBuilder text = new StringBuilder("\\set z random(1, " + all + ")\n\\set org case");
    long sum = 0;
    for (Tenant tenant : tenants) {
      sum += tenant.conversations();
      text.append(" when :z <= ").append(sum).append(" then ").append(tenant.number());
    }
    return text.append(" end\n").toString();
  }

  /** Sets {@code :number} to one of the conversations of {@code :org}. */
  static String conversation(List<Tenant> tenants) {
    return "\\set number random(1, " + ofOrganization(tenants, Tenant::conversations) + ")\n";
  }

  /**
   * Sets {@code :number} to one of the contacts of {@code :org}, each as likely as the others: by
   * way of conversations those that have many would come up more often.
   */
  static String contact(List<Tenant> tenants) {
    return "\\set number random(1, " + ofOrganization(tenants, Tenant::contacts) + ")\n";
  }

  static String ofOrganization(List<Tenant> tenants, ToLongFunction<Tenant> figure) {
    StringBuilder text = new StringBuilder("case");
    for (Tenant tenant : tenants) {
      text.append(" when :org = ").append(tenant.number());
      text.append(" then ").append(figure.applyAsLong(tenant));
    }
    return text.append(" end").toString();
  }
}
