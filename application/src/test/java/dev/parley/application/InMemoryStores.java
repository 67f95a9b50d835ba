package dev.parley.application;

import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.agent.InMemoryPresences;
import dev.parley.application.anonymization.InMemoryAnonymizationRequests;
import dev.parley.application.anonymization.InMemoryPersonalData;
import dev.parley.application.attachment.InMemoryBlobs;
import dev.parley.application.attribute.InMemoryAttributeValues;
import dev.parley.application.attribute.InMemoryCustomAttributes;
import dev.parley.application.attribute.InMemoryFields;
import dev.parley.application.channel.InMemoryArrivals;
import dev.parley.application.channel.InMemoryContactEndpoints;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.conversation.InMemoryActivity;
import dev.parley.application.conversation.InMemoryConversationData;
import dev.parley.application.conversation.InMemoryConversationQueries;
import dev.parley.application.conversation.InMemoryConversations;
import dev.parley.application.conversation.InMemoryDeliveries;
import dev.parley.application.conversation.InMemoryFollowUps;
import dev.parley.application.conversation.InMemoryHeldConversations;
import dev.parley.application.conversation.InMemoryQueueQueries;
import dev.parley.application.conversation.InMemoryWaitingConversations;
import dev.parley.application.event.InMemoryEventFeed;
import dev.parley.application.event.InMemoryEventReader;
import dev.parley.application.hours.InMemorySchedules;
import dev.parley.application.queue.InMemoryQueues;
import dev.parley.application.rating.InMemoryRatings;
import dev.parley.application.shared.CountingIds;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.InMemoryUnitOfWork;
import dev.parley.application.shared.Spelled;
import dev.parley.application.tag.InMemoryTags;
import dev.parley.application.team.InMemoryTeams;
import dev.parley.application.webhook.InMemoryWebhooks;
import java.util.List;
import java.util.UUID;

/** All stores in memory, made for each other. */
public final class InMemoryStores {
  public final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  public final InMemoryBlobs blobs = new InMemoryBlobs();
  public final InMemoryNumbers numbers = unitOfWork.with(new InMemoryNumbers());
  public final InMemoryCustomAttributes customAttributes = new InMemoryCustomAttributes();
  public final InMemoryAttributeValues attributeValues =
      unitOfWork.with(new InMemoryAttributeValues(customAttributes));
  public final InMemoryContacts contacts =
      unitOfWork.with(new InMemoryContacts(numbers, attributeValues));
  public final InMemoryAgents agents = new InMemoryAgents(numbers, contacts);
  public final InMemoryQueues queues = new InMemoryQueues(numbers, agents);
  public final InMemorySchedules schedules = new InMemorySchedules(queues);
  public final InMemoryTeams teams = new InMemoryTeams(agents);
  public final InMemoryPresences presences = new InMemoryPresences(agents, teams);
  public final InMemoryTags tags = unitOfWork.with(new InMemoryTags());
  public final InMemoryContactEndpoints endpoints = new InMemoryContactEndpoints(numbers, queues);
  public final InMemoryConversationData data = unitOfWork.with(new InMemoryConversationData());
  public final InMemoryRatings ratings = new InMemoryRatings(unitOfWork, data);
  public final InMemoryFields fields = new InMemoryFields(attributeValues, data, contacts);
  public final InMemoryArrivals arrivals = unitOfWork.with(new InMemoryArrivals(unitOfWork));
  public final InMemoryConversations conversations;
  public final InMemoryDeliveries deliveries;
  public final InMemoryEventFeed events = unitOfWork.with(new InMemoryEventFeed(unitOfWork, data));
  public final InMemoryEventReader eventReader =
      new InMemoryEventReader(data, contacts, agents, queues, tags, endpoints);
  public final InMemoryWebhooks webhooks = unitOfWork.with(new InMemoryWebhooks(unitOfWork, data));
  public final InMemoryWaitingConversations waiting =
      new InMemoryWaitingConversations(unitOfWork, data, queues, agents, presences);
  public final InMemoryHeldConversations held = new InMemoryHeldConversations(data);
  public final InMemoryQueueQueries queueQueries =
      new InMemoryQueueQueries(data, queues, endpoints, waiting, id -> new UUID(0, id.number()));
  public final InMemoryFollowUps followUps = new InMemoryFollowUps(unitOfWork, data);
  public final InMemoryConversationQueries queries =
      new InMemoryConversationQueries(
          unitOfWork,
          data,
          endpoints,
          contacts,
          tags,
          attributeValues,
          new InMemoryActivity(data, contacts, agents, queues, tags));
  public final InMemoryAnonymizationRequests requests =
      unitOfWork.with(new InMemoryAnonymizationRequests(unitOfWork));
  public final InMemoryPersonalData personalData =
      unitOfWork.with(
          new InMemoryPersonalData(data, arrivals, contacts, attributeValues, webhooks));

  public InMemoryStores() {
    this(new CountingIds());
  }

  /**
   * @param ids of the entries in the activity log
   */
  public InMemoryStores(IdSource ids) {
    conversations =
        new InMemoryConversations(data, numbers, contacts, endpoints, attributeValues, ids);
    deliveries = new InMemoryDeliveries(unitOfWork, data, contacts, agents, endpoints, ids);
  }

  /** All that is stored, written out. */
  public String everything() {
    return Spelled.out(
        List.of(
            data.everything(),
            arrivals.everything(),
            contacts.everything(),
            attributeValues.everything(),
            webhooks.everything(),
            requests.everything(),
            blobs.everything()));
  }
}
