package dev.parley.rest.dixa.queue;

import dev.parley.rest.support.RequestRefused;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Dixa's clients say of a queue that means nothing here; it is kept and shown again. Times are
 * in seconds.
 */
record QueueTraits(
    @Nullable Boolean callFunctionality,
    @Nullable Map<String, Long> queueThresholds,
    @Nullable String slaCalculationMethod,
    @Nullable String offeringAlgorithm,
    @Nullable String memberListType,
    @Nullable Long wrapupTimeout,
    @Nullable Long priority,
    @Nullable Boolean offerAbandonedConversations,
    @Nullable Map<String, Long> doNotOfferTimeouts,
    @Nullable Boolean isDoNotOfferEnabled,
    @Nullable Boolean isPreferredAgentEnabled,
    @Nullable Map<String, Long> preferredAgentTimeouts,
    @Nullable Long preferredAgentOfflineTimeout,
    @Nullable Long personalAgentOfflineTimeout,
    @Nullable Boolean isRestricted) {
  private static final Set<String> ALGORITHMS =
      Set.of(
          "AllAtOnce",
          "OneAtATimeRandom",
          "LongestIdle",
          "AgentPriorityAllAtOnce",
          "AgentPriorityOneAtATimeRandom",
          "AgentPriorityLongestIdle");
  private static final Set<String> MEMBER_LISTS = Set.of("Default", "SkillBased");
  private static final Set<String> THRESHOLDS =
      Set.of(
          "SlaTimeLimit",
          "SlaPercentage",
          "AvailableAgents",
          "LongestWait",
          "WaitingConversations");

  QueueTraits {
    requireOneOf("offeringAlgorithm", offeringAlgorithm, ALGORITHMS);
    requireOneOf("memberListType", memberListType, MEMBER_LISTS);
    requireOneOf("slaCalculationMethod", slaCalculationMethod, Set.of("AbandonedIgnored"));
    if (queueThresholds != null && !THRESHOLDS.containsAll(queueThresholds.keySet())) {
      throw RequestRefused.badBody("queueThresholds", "has an unknown threshold");
    }
  }

  private static void requireOneOf(String path, @Nullable String value, Set<String> words) {
    if (value != null && !words.contains(value)) {
      throw RequestRefused.badBody(path, "is not one of its words");
    }
  }
}
