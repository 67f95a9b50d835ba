package dev.parley.bootstrap.wiring;

import dev.parley.application.agent.Agents;
import dev.parley.application.agent.HandBackWork;
import dev.parley.application.attachment.Blobs;
import dev.parley.application.attachment.RemoteFiles;
import dev.parley.application.attachment.StoreFiles;
import dev.parley.application.attribute.AttributeValues;
import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.OutboundSender;
import dev.parley.application.channel.Senders;
import dev.parley.application.contact.Contacts;
import dev.parley.application.conversation.AddMessage;
import dev.parley.application.conversation.AddMessageHandler;
import dev.parley.application.conversation.AddNotes;
import dev.parley.application.conversation.AddNotesHandler;
import dev.parley.application.conversation.AddTags;
import dev.parley.application.conversation.AddTagsHandler;
import dev.parley.application.conversation.ClaimConversation;
import dev.parley.application.conversation.ClaimConversationHandler;
import dev.parley.application.conversation.CloseConversation;
import dev.parley.application.conversation.CloseConversationHandler;
import dev.parley.application.conversation.ConversationQueries;
import dev.parley.application.conversation.Conversations;
import dev.parley.application.conversation.CreateConversation;
import dev.parley.application.conversation.CreateConversationHandler;
import dev.parley.application.conversation.Deliveries;
import dev.parley.application.conversation.FollowUpConversation;
import dev.parley.application.conversation.FollowUpConversationHandler;
import dev.parley.application.conversation.FollowUpWork;
import dev.parley.application.conversation.HandBackWorkHandler;
import dev.parley.application.conversation.ImportConversation;
import dev.parley.application.conversation.ImportConversationHandler;
import dev.parley.application.conversation.LinkConversation;
import dev.parley.application.conversation.LinkConversationHandler;
import dev.parley.application.conversation.PatchConversationAttributes;
import dev.parley.application.conversation.PatchConversationAttributesHandler;
import dev.parley.application.conversation.ReopenConversation;
import dev.parley.application.conversation.ReopenConversationHandler;
import dev.parley.application.conversation.TagConversation;
import dev.parley.application.conversation.TagConversationHandler;
import dev.parley.application.conversation.TransferToQueue;
import dev.parley.application.conversation.TransferToQueueHandler;
import dev.parley.application.conversation.WaitingConversations;
import dev.parley.application.queue.Queues;
import dev.parley.application.search.ConversationSearch;
import dev.parley.application.search.EnterTerms;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Wakeups;
import dev.parley.application.shared.WorkLog;
import dev.parley.application.tag.Tags;
import dev.parley.persistence.conversation.PgConversationQueries;
import dev.parley.persistence.conversation.PgConversations;
import dev.parley.persistence.conversation.PgDeliveries;
import dev.parley.persistence.conversation.PgFollowUps;
import dev.parley.persistence.conversation.PgHeldConversations;
import dev.parley.persistence.conversation.PgWaitingConversations;
import dev.parley.persistence.search.PgConversationSearch;
import dev.parley.persistence.search.PgPendingTerms;
import dev.parley.persistence.support.PgUnitOfWork;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

class ConversationWiring {
  @Produces
  @Singleton
  Conversations conversations(IdSource ids) {
    return new PgConversations(ids);
  }

  @Produces
  @Singleton
  ConversationQueries queries(PgUnitOfWork unitOfWork) {
    return new PgConversationQueries(unitOfWork);
  }

  @Produces
  @Singleton
  ConversationSearch search(PgUnitOfWork unitOfWork, InstantSource clock) {
    return new PgConversationSearch(unitOfWork, clock);
  }

  @Produces
  @Singleton
  EnterTerms terms(PgUnitOfWork unitOfWork) {
    return new EnterTerms(new PgPendingTerms(unitOfWork));
  }

  @Produces
  @Singleton
  Deliveries deliveries(PgUnitOfWork unitOfWork, InstanceId self, IdSource ids) {
    return new PgDeliveries(unitOfWork, self, ids);
  }

  @Produces
  @Singleton
  WaitingConversations waiting(PgUnitOfWork unitOfWork) {
    return new PgWaitingConversations(unitOfWork);
  }

  @Produces
  @Singleton
  AddTags addTags(
      UnitOfWork unitOfWork,
      Conversations conversations,
      Tags tags,
      IdSource ids,
      InstantSource clock) {
    return new AddTagsHandler(unitOfWork, conversations, tags, ids, clock);
  }

  @Produces
  @Singleton
  PatchConversationAttributes patchAttributes(
      UnitOfWork unitOfWork,
      Conversations conversations,
      AttributeValues attributes,
      InstantSource clock) {
    return new PatchConversationAttributesHandler(unitOfWork, conversations, attributes, clock);
  }

  @Produces
  @Singleton
  LinkConversation link(UnitOfWork unitOfWork, Conversations conversations, InstantSource clock) {
    return new LinkConversationHandler(unitOfWork, conversations, clock);
  }

  @Produces
  @Singleton
  FollowUpConversation followUp(
      UnitOfWork unitOfWork, Conversations conversations, Agents agents, InstantSource clock) {
    return new FollowUpConversationHandler(unitOfWork, conversations, agents, clock);
  }

  @Produces
  @Singleton
  FollowUpWork followUpWork(
      PgUnitOfWork unitOfWork,
      Conversations conversations,
      InstantSource clock,
      Wakeups wakeups,
      WorkLog log) {
    return new FollowUpWork(
        new PgFollowUps(unitOfWork), conversations, unitOfWork, clock, wakeups, log);
  }

  @Produces
  @Singleton
  Senders senders(@All List<OutboundSender> senders) {
    return new Senders(senders);
  }

  @Produces
  @Singleton
  StoreFiles storeFiles(Blobs blobs, IdSource ids) {
    return new StoreFiles(blobs, ids);
  }

  @Produces
  @Singleton
  CreateConversation create(
      UnitOfWork unitOfWork,
      Conversations conversations,
      ContactEndpoints endpoints,
      Contacts contacts,
      Queues queues,
      Agents agents,
      Senders senders,
      StoreFiles files,
      IdSource ids,
      InstantSource clock,
      Wakeups wakeups) {
    return new CreateConversationHandler(
        unitOfWork,
        conversations,
        endpoints,
        contacts,
        queues,
        agents,
        senders,
        files,
        ids,
        clock,
        wakeups);
  }

  @Produces
  @Singleton
  ImportConversation importing(
      UnitOfWork unitOfWork,
      Conversations conversations,
      ContactEndpoints endpoints,
      Contacts contacts,
      Queues queues,
      Agents agents,
      RemoteFiles remote,
      StoreFiles files,
      IdSource ids,
      InstantSource clock,
      Wakeups wakeups) {
    return new ImportConversationHandler(
        unitOfWork,
        conversations,
        endpoints,
        contacts,
        queues,
        agents,
        remote,
        files,
        ids,
        clock,
        wakeups);
  }

  @Produces
  @Singleton
  AddMessage addMessage(
      UnitOfWork unitOfWork,
      Conversations conversations,
      ContactEndpoints endpoints,
      Contacts contacts,
      Queues queues,
      Agents agents,
      Senders senders,
      StoreFiles files,
      IdSource ids,
      InstantSource clock,
      Wakeups wakeups) {
    return new AddMessageHandler(
        unitOfWork,
        conversations,
        endpoints,
        contacts,
        queues,
        agents,
        senders,
        files,
        ids,
        clock,
        wakeups);
  }

  @Produces
  @Singleton
  AddNotes addNotes(
      UnitOfWork unitOfWork,
      Conversations conversations,
      Agents agents,
      IdSource ids,
      InstantSource clock) {
    return new AddNotesHandler(unitOfWork, conversations, agents, ids, clock);
  }

  @Produces
  @Singleton
  ClaimConversation claim(
      UnitOfWork unitOfWork, Conversations conversations, Agents agents, InstantSource clock) {
    return new ClaimConversationHandler(unitOfWork, conversations, agents, clock);
  }

  @Produces
  @Singleton
  CloseConversation close(
      UnitOfWork unitOfWork, Conversations conversations, Agents agents, InstantSource clock) {
    return new CloseConversationHandler(unitOfWork, conversations, agents, clock);
  }

  @Produces
  @Singleton
  ReopenConversation reopen(
      UnitOfWork unitOfWork,
      Conversations conversations,
      Queues queues,
      Agents agents,
      InstantSource clock,
      Wakeups wakeups) {
    return new ReopenConversationHandler(unitOfWork, conversations, queues, agents, clock, wakeups);
  }

  @Produces
  @Singleton
  TransferToQueue transfer(
      UnitOfWork unitOfWork,
      Conversations conversations,
      Queues queues,
      Agents agents,
      InstantSource clock,
      Wakeups wakeups) {
    return new TransferToQueueHandler(unitOfWork, conversations, queues, agents, clock, wakeups);
  }

  @Produces
  @Singleton
  HandBackWork handBack(
      UnitOfWork unitOfWork,
      Conversations conversations,
      Queues queues,
      InstantSource clock,
      Wakeups wakeups) {
    return new HandBackWorkHandler(
        unitOfWork, new PgHeldConversations(), conversations, queues, clock, wakeups);
  }

  @Produces
  @Singleton
  TagConversation tag(
      UnitOfWork unitOfWork, Conversations conversations, Tags tags, InstantSource clock) {
    return new TagConversationHandler(unitOfWork, conversations, tags, clock);
  }
}
