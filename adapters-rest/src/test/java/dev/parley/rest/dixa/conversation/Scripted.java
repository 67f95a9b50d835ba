package dev.parley.rest.dixa.conversation;

import dev.parley.application.anonymization.RequestAnonymization;
import dev.parley.application.attachment.FileLinks;
import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.attachment.LinkedFile;
import dev.parley.application.attachment.OpenLink;
import dev.parley.application.attachment.RemoteFiles;
import dev.parley.application.contact.PatchContactAttributes;
import dev.parley.application.conversation.AddMessage;
import dev.parley.application.conversation.AddNotes;
import dev.parley.application.conversation.AddTags;
import dev.parley.application.conversation.ClaimConversation;
import dev.parley.application.conversation.CloseConversation;
import dev.parley.application.conversation.ConversationQueries;
import dev.parley.application.conversation.CreateConversation;
import dev.parley.application.conversation.FollowUpConversation;
import dev.parley.application.conversation.ImportConversation;
import dev.parley.application.conversation.LinkConversation;
import dev.parley.application.conversation.PatchConversationAttributes;
import dev.parley.application.conversation.ReopenConversation;
import dev.parley.application.conversation.TagConversation;
import dev.parley.application.conversation.TransferToQueue;
import dev.parley.application.rating.OfferRating;
import dev.parley.application.rating.RatingQueries;
import dev.parley.application.rating.RatingView;
import dev.parley.application.rating.SubmitRating;
import dev.parley.application.search.ConversationSearch;
import dev.parley.application.shared.Actor;
import dev.parley.domain.anonymization.AnonymizationRequest;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Use cases that do what a test says, and remember what they were told. */
@Singleton
public class Scripted {
  private final Map<Class<?>, Function<Object, Uni<?>>> scripts = new HashMap<>();
  private final Map<Class<?>, Object> told = new HashMap<>();
  public final Map<String, byte[]> blobs = new HashMap<>();
  public ConversationQueries queries = new Unasked();

  void reset() {
    scripts.clear();
    told.clear();
    queries = new Unasked();
  }

  /** What a command of this type leads to from now on. */
  public <C> void on(Class<C> command, Function<C, Uni<?>> outcome) {
    scripts.put(command, given -> outcome.apply(command.cast(given)));
  }

  public <C> void answer(Class<C> command, @Nullable Object item) {
    on(command, _ -> Uni.createFrom().item(item));
  }

  public <C> void refuse(Class<C> command, DomainError error) {
    on(command, _ -> Uni.createFrom().failure(new DomainException(error)));
  }

  /** The last command of this type. */
  public <C> C told(Class<C> command) {
    Object last = told.get(command);
    if (last == null) {
      throw new AssertionError("no " + command + " was given");
    }
    return command.cast(last);
  }

  public boolean wasTold(Class<?> command) {
    return told.containsKey(command);
  }

  @SuppressWarnings("unchecked")
  private <T> Uni<T> run(Object command) {
    told.put(command.getClass(), command);
    Function<Object, Uni<?>> script = scripts.get(command.getClass());
    if (script == null) {
      throw new AssertionError("no script for " + command.getClass());
    }
    return (Uni<T>) script.apply(command);
  }

  @Produces
  @Singleton
  CreateConversation create() {
    return this::run;
  }

  @Produces
  @Singleton
  ImportConversation importing() {
    return this::run;
  }

  @Produces
  @Singleton
  AddMessage addMessage() {
    return this::run;
  }

  @Produces
  @Singleton
  AddNotes addNotes() {
    return this::run;
  }

  @Produces
  @Singleton
  ClaimConversation claim() {
    return this::run;
  }

  @Produces
  @Singleton
  CloseConversation close() {
    return this::run;
  }

  @Produces
  @Singleton
  ReopenConversation reopen() {
    return this::run;
  }

  @Produces
  @Singleton
  TransferToQueue transfer() {
    return this::run;
  }

  @Produces
  @Singleton
  FollowUpConversation followUp() {
    return this::run;
  }

  @Produces
  @Singleton
  OfferRating offerRating() {
    return this::run;
  }

  @Produces
  @Singleton
  SubmitRating submitRating() {
    return this::run;
  }

  /** Command: the conversation's number. */
  @Produces
  @Singleton
  RatingQueries ratings() {
    return (_, conversation) -> this.<List<RatingView>>run(conversation);
  }

  @Produces
  @Singleton
  PatchConversationAttributes patchAttributes() {
    return this::run;
  }

  @Produces
  @Singleton
  PatchContactAttributes patchContactAttributes() {
    return this::run;
  }

  @Produces
  @Singleton
  LinkConversation link() {
    return this::run;
  }

  @Produces
  @Singleton
  AddTags addTags() {
    return this::run;
  }

  @Produces
  @Singleton
  TagConversation tag() {
    return this::run;
  }

  /** Asked for by the id itself. */
  @Produces
  @Singleton
  RequestAnonymization anonymization() {
    return new RequestAnonymization() {
      @Override
      public Uni<AnonymizationRequest> handle(Command command) {
        return run(command);
      }

      @Override
      public Uni<AnonymizationRequest> get(Actor actor, AnonymizationRequestId id) {
        return run(id);
      }
    };
  }

  @Produces
  @Singleton
  ConversationQueries queries() {
    return new Delegating(() -> queries);
  }

  /** Asked for by a record of its own. */
  @Produces
  @Singleton
  ConversationSearch search() {
    return (actor, query, after, limit) -> run(new Searched(actor, query, after, limit));
  }

  /** What a search was asked. */
  public record Searched(
      Actor actor,
      ConversationSearch.Query query,
      Optional<ConversationSearch.Place> after,
      int limit) {}

  /** Command: the URL, as a {@link java.net.URI}. */
  @Produces
  @Singleton
  RemoteFiles remoteFiles() {
    return (url, name) ->
        this.<IncomingFile>run(java.net.URI.create(url))
            .map(
                file ->
                    new IncomingFile(
                        name == null ? file.fileName() : name,
                        file.mediaType(),
                        file.bytes(),
                        false,
                        null));
  }

  @Produces
  @Singleton
  FileLinks links() {
    return new FileLinks() {
      @Override
      public String to(
          OrganizationId organization, String blob, String fileName, String mediaType) {
        return "https://parley.example/files/" + organization.number() + "." + blob;
      }

      @Override
      public Optional<Target> resolve(String token) {
        throw new AssertionError("links are opened elsewhere");
      }
    };
  }

  /** Tokens of the form {@code key~name~media_type}. */
  @Produces
  @Singleton
  OpenLink open() {
    return token -> {
      String[] parts = token.split("~", -1);
      return Uni.createFrom()
          .item(
              Optional.ofNullable(parts.length == 3 ? blobs.get(parts[0]) : null)
                  .map(bytes -> new LinkedFile(parts[1], parts[2].replace('_', '/'), bytes)));
    };
  }
}
