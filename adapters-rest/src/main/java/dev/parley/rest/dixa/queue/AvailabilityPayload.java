package dev.parley.rest.dixa.queue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.queue.QueueQueries.Availability;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether somebody could take a conversation of a generic channel. Dixa also knows a variant for a
 * channel that could not be asked; ours are all asked in one question.
 */
@RegisterForReflection
@Schema(
    name = "QueueAvailability",
    examples =
        """
        {"channelAvailability": {"genericChannelName": "genericapimessaging",
          "availability": "NotAvailable", "queueSize": 3, "_type": "GenericChannel"},
         "_type": "Success"}""")
record AvailabilityPayload(
    ChannelAvailability channelAvailability,
    @JsonProperty("_type") @Schema(enumeration = {"Success"}) String type) {
  static AvailabilityPayload from(Availability found) {
    return new AvailabilityPayload(ChannelAvailability.from(found), "Success");
  }

  /**
   * @param queueSize conversations that wait in the queue, of all channels
   */
  @RegisterForReflection
  record ChannelAvailability(
      String genericChannelName,
      @Schema(enumeration = {"Available", "NotAvailable"}) String availability,
      long queueSize,
      @JsonProperty("_type") @Schema(enumeration = {"GenericChannel"}) String type) {
    private static final String CHANNEL = "genericapimessaging";

    static ChannelAvailability from(Availability found) {
      return new ChannelAvailability(
          CHANNEL,
          found.available() ? "Available" : "NotAvailable",
          found.waiting(),
          "GenericChannel");
    }
  }
}
