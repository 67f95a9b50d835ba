package dev.parley.application.search;

import java.util.List;

/** Conditions that must hold all, or at least one of them; no conditions hold for everything. */
public record ConversationFilter(boolean all, List<Condition> conditions) {
  public static final ConversationFilter NONE = new ConversationFilter(true, List.of());

  public ConversationFilter {
    conditions = List.copyOf(conditions);
  }
}
