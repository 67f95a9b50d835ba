package dev.parley.rest.dixa.agent;

import dev.parley.domain.agent.Presence;
import dev.parley.rest.dixa.DixaTimes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether an agent is there.
 *
 * @param activeChannels what policies give the agent conversations of; none while away
 */
@RegisterForReflection
@Schema(
    name = "Presence",
    examples =
        """
        {"userId": "d31a73fc-d67b-49ec-9534-1f36a0c4c906",
         "requestTime": "2021-12-01T12:46:35.935", "lastSeen": "2021-12-01T12:46:20.101",
         "presenceStatus": "Working", "connectionStatus": "Online",
         "activeChannels": ["Email", "Messaging"]}""")
record PresencePayload(
    UUID userId,
    String requestTime,
    @Nullable String lastSeen,
    @Schema(enumeration = {"Working", "Away"}) String presenceStatus,
    @Schema(enumeration = {"Online", "Offline"}) String connectionStatus,
    List<String> activeChannels) {
  static PresencePayload from(Presence presence, Instant now) {
    Instant seen = presence.lastSeen();
    return new PresencePayload(
        presence.agent().value(),
        DixaTimes.local(now),
        seen == null ? null : DixaTimes.local(seen),
        presence.available() ? "Working" : "Away",
        presence.isOnline(now) ? "Online" : "Offline",
        presence.available()
            ? presence.working().stream().sorted().map(AgentWords::of).toList()
            : List.of());
  }
}
