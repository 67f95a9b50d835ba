package dev.parley.application.channel;

import dev.parley.application.agent.TokenMint;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Patch;
import dev.parley.application.shared.Permission;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.queue.QueueId;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the addresses people write to. Secrets go in and never come out again. */
public final class ContactEndpointAdministration {
  private final EndpointDirectory endpoints;
  private final List<EndpointRules> rules;
  private final TokenMint mint;
  private final IdSource ids;
  private final InstantSource clock;

  public ContactEndpointAdministration(
      EndpointDirectory endpoints,
      Collection<EndpointRules> rules,
      TokenMint mint,
      IdSource ids,
      InstantSource clock) {
    this.endpoints = endpoints;
    this.rules = List.copyOf(rules);
    this.mint = mint;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @return fails with {@code EndpointAddressTaken}, {@code QueueNotFound}, {@code InvalidField}
   *     when the channel's connector refuses the settings
   */
  public Uni<Created> create(Actor actor, NewEndpoint wanted) {
    actor.require(Permission.CONFIGURATION_WRITE);
    Map<String, Secret> generated = new HashMap<>();
    wanted.secretsToHave().stream()
        .filter(name -> !wanted.secrets().containsKey(name))
        .forEach(name -> generated.put(name, mint.secret()));
    Map<String, Secret> secrets = new HashMap<>(wanted.secrets());
    secrets.putAll(generated);
    ContactEndpoint endpoint =
        new ContactEndpoint(
            new ContactEndpointId(ids.next()),
            0,
            wanted.channel(),
            wanted.name(),
            wanted.address(),
            wanted.queue(),
            wanted.settings(),
            secrets);
    check(endpoint);
    return endpoints
        .add(actor.organization(), endpoint, clock.instant())
        .map(stored -> new Created(stored, Map.copyOf(generated)));
  }

  /** Oldest first. */
  public Uni<List<ContactEndpoint>> list(Actor actor, Optional<Channel> channel) {
    actor.require(Permission.CONFIGURATION_READ);
    return endpoints.list(actor.organization(), channel);
  }

  /**
   * @return fails with {@code ContactEndpointNotFound}
   */
  public Uni<ContactEndpoint> get(Actor actor, Key key) {
    actor.require(Permission.CONFIGURATION_READ);
    return find(actor, key);
  }

  /**
   * @return fails with {@code ContactEndpointNotFound}, {@code EndpointAddressTaken}, {@code
   *     QueueNotFound}
   */
  public Uni<Void> change(Actor actor, Key key, Change change) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return find(actor, key)
        .chain(
            found ->
                endpoints.change(
                    actor.organization(),
                    found.id(),
                    present -> {
                      ContactEndpoint changed = change.applyTo(present);
                      check(changed);
                      return changed;
                    }));
  }

  /**
   * @return fails with {@code ContactEndpointNotFound}
   */
  public Uni<Void> delete(Actor actor, Key key) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return find(actor, key).chain(found -> endpoints.remove(actor.organization(), found.id()));
  }

  private void check(ContactEndpoint endpoint) {
    rules.stream()
        .filter(rule -> rule.channel().equals(endpoint.channel()))
        .forEach(rule -> rule.check(endpoint));
  }

  private Uni<ContactEndpoint> find(Actor actor, Key key) {
    return switch (key) {
      case Key.ById(ContactEndpointId id) -> endpoints.get(actor.organization(), id);
      case Key.ByAddress(Channel channel, String address) ->
          endpoints.byAddress(actor.organization(), channel, address);
    };
  }

  /** What a client names an endpoint by. */
  public sealed interface Key {
    record ById(ContactEndpointId id) implements Key {}

    record ByAddress(Channel channel, String address) implements Key {
      @Override
      public String toString() {
        return "ByAddress[" + channel.name() + "]";
      }
    }
  }

  /**
   * An endpoint as an administrator describes one.
   *
   * @param secretsToHave names of secrets that are generated when not given
   */
  public record NewEndpoint(
      Channel channel,
      @Nullable String name,
      @Nullable String address,
      @Nullable QueueId queue,
      Map<String, String> settings,
      Map<String, Secret> secrets,
      Set<String> secretsToHave) {
    @Override
    public String toString() {
      return "NewEndpoint[" + channel.name() + "]";
    }
  }

  /**
   * A new endpoint, and the secrets that were made for it: this is the only time they are shown.
   */
  public record Created(ContactEndpoint endpoint, Map<String, Secret> generated) {}

  /**
   * What is to be different; settings and secrets that are not named stay.
   *
   * @param address kept or set, never cleared
   */
  public record Change(
      Patch<String> name,
      Patch<String> address,
      Patch<QueueId> queue,
      Map<String, Patch<String>> settings,
      Map<String, Patch<Secret>> secrets) {

    ContactEndpoint applyTo(ContactEndpoint present) {
      return new ContactEndpoint(
          present.id(),
          present.number(),
          present.channel(),
          name.applyTo(present.name()),
          address instanceof Patch.Set<String>(String wanted) ? wanted : present.address(),
          queue.applyTo(present.queue()),
          patched(present.settings(), settings),
          patched(present.secrets(), secrets));
    }

    private static <T> Map<String, T> patched(
        Map<String, T> present, Map<String, Patch<T>> wishes) {
      Map<String, T> result = new HashMap<>(present);
      wishes.forEach(
          (name, wish) -> {
            switch (wish) {
              case Patch.Set<T>(T value) -> result.put(name, value);
              case Patch.Clear<T> _ -> result.remove(name);
              case Patch.Keep<T> _ -> {}
            }
          });
      return result;
    }

    @Override
    public String toString() {
      return "Change";
    }
  }
}
