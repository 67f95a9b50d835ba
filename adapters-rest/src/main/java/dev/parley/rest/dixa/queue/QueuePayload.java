package dev.parley.rest.dixa.queue;

import dev.parley.domain.queue.Queue;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A queue. What nobody has said is shown as Dixa's own new queues have it.
 *
 * @param number an addition: the team's id in the Libredesk and Chatwoot dialects
 * @param offerTimeout in seconds
 */
record QueuePayload(
    UUID id,
    String name,
    boolean isDefault,
    UUID organizationId,
    Map<String, Long> queueThresholds,
    String slaCalculationMethod,
    @Nullable Long offerTimeout,
    @Nullable String offeringAlgorithm,
    @Nullable String memberListType,
    @Nullable Long wrapupTimeout,
    @Nullable Long priority,
    @Nullable Boolean offerAbandonedConversations,
    Map<String, Long> doNotOfferTimeouts,
    boolean isDoNotOfferEnabled,
    @Nullable Boolean isPreferredAgentEnabled,
    @Nullable Map<String, Long> preferredAgentTimeouts,
    @Nullable Long preferredAgentOfflineTimeout,
    @Nullable Long personalAgentOfflineTimeout,
    @Nullable Boolean isRestricted,
    String assignmentPolicy,
    int agentCap,
    long number) {

  static QueuePayload from(Queue queue, QueueTraits traits, UUID organizationId) {
    Duration timeout = queue.offerTimeout();
    String sla = traits.slaCalculationMethod();
    return new QueuePayload(
        queue.id().value(),
        queue.name(),
        queue.isDefault(),
        organizationId,
        orEmpty(traits.queueThresholds()),
        sla == null ? "AbandonedIgnored" : sla,
        timeout == null ? null : timeout.toSeconds(),
        traits.offeringAlgorithm(),
        traits.memberListType(),
        traits.wrapupTimeout(),
        traits.priority(),
        traits.offerAbandonedConversations(),
        orEmpty(traits.doNotOfferTimeouts()),
        Boolean.TRUE.equals(traits.isDoNotOfferEnabled()),
        traits.isPreferredAgentEnabled(),
        traits.preferredAgentTimeouts(),
        traits.preferredAgentOfflineTimeout(),
        traits.personalAgentOfflineTimeout(),
        traits.isRestricted(),
        CreateQueue.word(queue.policy()),
        queue.agentCap(),
        queue.number());
  }

  private static Map<String, Long> orEmpty(@Nullable Map<String, Long> map) {
    return map == null ? Map.of() : map;
  }
}
