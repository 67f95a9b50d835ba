package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.conversation.ActivityEntry;
import dev.parley.application.conversation.ActivityEntry.Person;
import dev.parley.domain.shared.Author;
import dev.parley.rest.dixa.DixaTimes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the activity log.
 *
 * @param activityType Dixa's older discriminator, still sent
 * @param author absent where Parley itself acted
 * @param attributes absent where the type has none
 */
@RegisterForReflection
@Schema(
    name = "ActivityLogEntry",
    examples =
        """
        {"id": "fca291e5-8670-41bd-b502-842fd9542e27", "conversationId": 1,
         "activityTimestamp": "2021-12-01T12:46:36.581Z[GMT]",
         "activityType": "ConversationAssignedActivityType", "_type": "ConversationAssigned",
         "author": {"id": "a53b25da-f676-4c52-acac-58c9280aa23d", "name": "Dale Cooper"},
         "attributes": {"agentId": "a53b25da-f676-4c52-acac-58c9280aa23d",
                        "agentName": "Dale Cooper", "_type": "ConversationAssignedAttribute"}}""")
record ActivityPayload(
    UUID id,
    long conversationId,
    String activityTimestamp,
    String activityType,
    @JsonProperty("_type") String type,
    @Nullable User author,
    @Nullable ActivityAttributes attributes) {
  /** Types that came after Dixa gave up the older discriminator, and ours. */
  private static final Set<String> WITHOUT_OLD_TYPE =
      Set.of(
          "ConversationCustomAttributesUpdated",
          "ConversationLinkedToParent",
          "ConversationLinkedFromChild",
          "ConversationMessageRedacted",
          "MessageDeliveryFailed");

  /** Somebody, as known today. */
  @RegisterForReflection
  @Schema(name = "ActivityUser")
  record User(
      UUID id, @Nullable String name, @Nullable String email, @Nullable String phoneNumber) {
    static @Nullable User from(Person person) {
      return switch (person.author()) {
        case Author.ByAgent(var agent) -> of(agent.value(), person);
        case Author.ByContact(var contact) -> of(contact.value(), person);
        case Author.BySystem _ -> null;
      };
    }

    private static User of(UUID id, Person person) {
      return new User(id, person.name(), person.email(), person.phone());
    }
  }

  static ActivityPayload from(ActivityEntry entry) {
    DixaActivity activity = DixaActivity.of(entry.activity(), entry.author().author());
    return new ActivityPayload(
        entry.id(),
        entry.number(),
        DixaTimes.zoned(entry.at()),
        oldType(activity.type()),
        activity.type(),
        User.from(entry.author()),
        activity.attributes());
  }

  private static String oldType(String type) {
    return WITHOUT_OLD_TYPE.contains(type) ? "UnknownActivityType" : type + "ActivityType";
  }
}
