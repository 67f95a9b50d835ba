package dev.parley.rest.dixa.webhook;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.application.webhook.DeliveryLog;
import dev.parley.application.webhook.DeliveryLog.Tried;
import dev.parley.application.webhook.DeliveryLog.Try;
import dev.parley.domain.event.EventType;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.dixa.event.EventWords;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the last try of a delivery went. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "_type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = DeliveryPayload.Detail.class, name = "DeliveryDetail"),
  @JsonSubTypes.Type(value = DeliveryPayload.None.class, name = "NoRecentDelivery")
})
@RegisterForReflection
@Schema(
    name = "DeliveryStatus",
    oneOf = {DeliveryPayload.Detail.class, DeliveryPayload.None.class},
    discriminatorProperty = "_type")
sealed interface DeliveryPayload {
  /**
   * @param responseCode 0 when there was no answer
   * @param responseText the beginning of the answer, or why there was none
   */
  @RegisterForReflection
  @Schema(
      name = "DeliveryDetail",
      examples =
          """
          {"deliveryTimestamp": "2026-11-28T10:15:30.123Z", "success": true,
           "responseCode": 204, "responseText": "", "_type": "DeliveryDetail"}""")
  record Detail(String deliveryTimestamp, boolean success, int responseCode, String responseText)
      implements DeliveryPayload {
    static Detail from(Try last) {
      return new Detail(DixaTimes.iso(last.at()), last.success(), last.status(), last.text());
    }
  }

  @RegisterForReflection
  @Schema(name = "NoRecentDelivery")
  record None() implements DeliveryPayload {}

  /** Of one type of event. */
  @RegisterForReflection
  @Schema(
      name = "EventDeliveryStatus",
      examples =
          """
          {"deliveryStatus": {"deliveryTimestamp": "2021-12-01T12:46:36.581Z", "success": true,
                              "responseCode": 204, "responseText": "", "_type": "DeliveryDetail"},
           "event": "ConversationCreated"}""")
  record OfEvent(DeliveryPayload deliveryStatus, String event) {
    static List<OfEvent> all(DeliveryLog.Statuses statuses) {
      return statuses.subscribed().stream()
          .sorted()
          .map(type -> of(type, statuses.last().get(type)))
          .toList();
    }

    private static OfEvent of(EventType type, @Nullable Try last) {
      return new OfEvent(last == null ? new None() : Detail.from(last), EventWords.of(type));
    }
  }

  /**
   * @param payload as it was posted; empty after anonymization
   */
  @RegisterForReflection
  @Schema(
      name = "EventDeliveryLog",
      examples =
          """
          {"deliveryDetail": {"deliveryTimestamp": "2021-12-01T12:46:36.581Z", "success": true,
                              "responseCode": 204, "responseText": "", "_type": "DeliveryDetail"},
           "payload": "{}", "deliveryId": "019ac1a2-0000-7000-8000-000000000003",
           "eventId": "019ac1a2-0000-7000-8000-000000000001", "attempts": 1}""")
  record Entry(
      DeliveryPayload deliveryDetail, String payload, UUID deliveryId, UUID eventId, int attempts) {
    static Entry from(Tried tried) {
      return new Entry(
          Detail.from(tried.last()),
          Objects.requireNonNullElse(tried.payload(), ""),
          tried.delivery(),
          tried.event(),
          tried.attempts());
    }

    @Override
    public String toString() {
      return "Entry[" + deliveryId + "]";
    }
  }
}
