package dev.parley.bootstrap.wiring;

import dev.parley.application.agent.TokenMint;
import dev.parley.application.channel.ContactEndpointAdministration;
import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.EndpointDirectory;
import dev.parley.application.channel.EndpointRules;
import dev.parley.application.channel.InboundLoad;
import dev.parley.application.channel.Inbox;
import dev.parley.application.shared.IdSource;
import dev.parley.bootstrap.InstallationKey;
import dev.parley.channels.support.DerivedKeys;
import dev.parley.channels.support.WebhookDoor;
import dev.parley.channels.support.WebhookReceiver;
import dev.parley.persistence.channel.PanacheEndpointDirectory;
import dev.parley.persistence.channel.PgContactEndpoints;
import dev.parley.persistence.channel.SecretBox;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.RowTransactions;
import dev.parley.persistence.support.Seal;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

class ChannelWiring {
  @Produces
  @Singleton
  DerivedKeys keys(InstallationKey key) {
    return new DerivedKeys(key.key().getEncoded());
  }

  @Produces
  @Singleton
  SecretBox secrets(DerivedKeys keys) {
    return new SecretBox(new Seal(keys.derive("channel secrets")));
  }

  @Produces
  @Singleton
  ContactEndpoints endpoints(PgUnitOfWork unitOfWork, SecretBox secrets) {
    return new PgContactEndpoints(unitOfWork, secrets, System::nanoTime);
  }

  @Produces
  @Singleton
  EndpointDirectory directory(RowTransactions transactions, SecretBox secrets) {
    return new PanacheEndpointDirectory(transactions, secrets);
  }

  @Produces
  @Singleton
  ContactEndpointAdministration administration(
      EndpointDirectory endpoints,
      @All List<EndpointRules> rules,
      TokenMint mint,
      IdSource ids,
      InstantSource clock) {
    return new ContactEndpointAdministration(endpoints, rules, mint, ids, clock);
  }

  @Produces
  @Singleton
  WebhookDoor door(
      @All List<WebhookReceiver> receivers,
      ContactEndpoints endpoints,
      Inbox inbox,
      InboundLoad load,
      IdSource ids,
      InstantSource clock,
      @Blocking Executor blocking) {
    return new WebhookDoor(receivers, endpoints, inbox, load, ids, clock, blocking);
  }
}
