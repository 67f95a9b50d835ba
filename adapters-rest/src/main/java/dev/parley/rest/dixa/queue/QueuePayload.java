package dev.parley.rest.dixa.queue;

import dev.parley.application.queue.QueueQueries.QueueView;
import dev.parley.application.queue.QueueQueries.Usage;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.queue.Queue;
import dev.parley.rest.dixa.DixaChannel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A queue. What nobody has said is shown as Dixa's own new queues have it.
 *
 * @param number an addition: the team's id in the Libredesk and Chatwoot dialects
 * @param offerTimeout in seconds
 */
@Schema(
    name = "Queue",
    examples =
        """
        {"id": "cd87b232-64c8-4ad5-b81a-6f9233352d97", "name": "Refunds", "isDefault": false,
         "organizationId": "0a3b5a1c-1d5e-4b38-9a63-0a4f4e2f9b11", "queueThresholds": {"SlaPercentage": 80},
         "slaCalculationMethod": "AbandonedIgnored", "doNotOfferTimeouts": {},
         "isDoNotOfferEnabled": false, "assignmentPolicy": "RoundRobin", "agentCap": 5, "number": 2}""")
record QueuePayload(
    UUID id,
    String name,
    boolean isDefault,
    UUID organizationId,
    Map<String, Long> queueThresholds,
    @Schema(enumeration = {"AbandonedIgnored"}) String slaCalculationMethod,
    @Nullable Long offerTimeout,
    @Schema(
            enumeration = {
              "AllAtOnce",
              "OneAtATimeRandom",
              "LongestIdle",
              "AgentPriorityAllAtOnce",
              "AgentPriorityOneAtATimeRandom",
              "AgentPriorityLongestIdle"
            })
        @Nullable String offeringAlgorithm,
    @Schema(enumeration = {"Default", "SkillBased"}) @Nullable String memberListType,
    Usages usages,
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
    @Schema(enumeration = {"Manual", "RoundRobin", "LeastLoaded"}) String assignmentPolicy,
    int agentCap,
    @Nullable UUID businessHoursId,
    long number) {

  static QueuePayload from(QueueView view, QueueTraits traits) {
    Queue queue = view.details().queue();
    Duration timeout = queue.offerTimeout();
    ScheduleId schedule = queue.schedule();
    String sla = traits.slaCalculationMethod();
    return new QueuePayload(
        queue.id().value(),
        queue.name(),
        queue.isDefault(),
        view.organization(),
        orEmpty(traits.queueThresholds()),
        sla == null ? "AbandonedIgnored" : sla,
        timeout == null ? null : timeout.toSeconds(),
        traits.offeringAlgorithm(),
        traits.memberListType(),
        Usages.from(view),
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
        schedule == null ? null : schedule.value(),
        queue.number());
  }

  private static Map<String, Long> orEmpty(@Nullable Map<String, Long> map) {
    return map == null ? Map.of() : map;
  }

  /**
   * What leads into the queue.
   *
   * @param usages ids of contact endpoints by channel; those whose channel Dixa has no word for are
   *     left out
   */
  @RegisterForReflection
  record Usages(UUID queueId, Map<String, List<String>> usages) {
    static Usages from(QueueView view) {
      Map<String, List<String>> byChannel = new TreeMap<>();
      for (Usage usage : view.endpoints()) {
        DixaChannel.of(usage.channel())
            .ifPresent(
                channel ->
                    byChannel
                        .computeIfAbsent(channel.word(), _ -> new ArrayList<>())
                        .add(id(usage)));
      }
      return new Usages(view.details().queue().id().value(), byChannel);
    }

    /** As contact endpoints are named in this dialect. */
    private static String id(Usage usage) {
      String address = usage.address();
      boolean isAddress =
          usage.channel().equals(Channel.EMAIL) || usage.channel().equals(Channel.TELEPHONY);
      return isAddress && address != null ? address : usage.id().value().toString();
    }
  }
}
