package dev.parley.channels.email;

import dev.parley.application.attachment.FileLinks;
import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.channel.OutboundMessage;
import dev.parley.channels.support.DerivedKeys;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Direction;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Endpoints and messages as the tests of this channel need them. */
public final class Fixtures {
  public static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
  public static final ContactEndpointId ENDPOINT =
      new ContactEndpointId(UUID.fromString("0193478e-0000-7000-8000-000000000001"));
  public static final ConversationId CONVERSATION =
      new ConversationId(UUID.fromString("0193478e-1111-7111-8111-111111111111"));
  public static final MessageId MESSAGE =
      new MessageId(UUID.fromString("0193478e-2222-7222-8222-222222222222"));
  public static final String ADDRESS = "support@parley.example";
  public static final ThreadTokens TOKENS = new ThreadTokens(new DerivedKeys(new byte[32]));
  public static final FileLinks LINKS = new Links();
  public static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  private Fixtures() {}

  public static MailNetwork network(MailNetwork.Timeouts timeouts) {
    return network(timeouts, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  public static MailNetwork network(MailNetwork.Timeouts timeouts, SSLSocketFactory trust) {
    return new MailNetwork(timeouts, () -> trust, TIMER);
  }

  public static ContactEndpoint endpoint(Map<String, String> settings) {
    return endpoint(settings, Map.of());
  }

  public static ContactEndpoint endpoint(
      Map<String, String> settings, Map<String, String> secrets) {
    Map<String, Secret> hidden = new HashMap<>();
    secrets.forEach((key, value) -> hidden.put(key, new Secret(value)));
    return new ContactEndpoint(
        ENDPOINT, 1, Channel.EMAIL, "Support", ADDRESS, null, settings, hidden);
  }

  /** An endpoint that sends through a server on this machine, without TLS. */
  public static ContactEndpoint sendingThrough(int port) {
    return endpoint(smtp(port));
  }

  public static Map<String, String> smtp(int port) {
    return Map.of(
        "smtp.host", "127.0.0.1", "smtp.port", Integer.toString(port), "smtp.security", "None");
  }

  public static Outbound anAnswer() {
    return new Outbound();
  }

  /** Builds what a sender is given. */
  public static final class Outbound {
    private ContactEndpoint endpoint = sendingThrough(25);
    private @Nullable Content content = new Content(Content.Format.TEXT, "Hello");
    private MessageId id = MESSAGE;
    private String to = "ada@customer.example";
    private @Nullable String toName = "Ada";
    private @Nullable String subject = "Broken lamp";
    private @Nullable String agentName = "Grace";
    private @Nullable String inReplyTo;
    private List<String> references = List.of();
    private List<IncomingFile> files = List.of();
    private List<Mailbox> cc = List.of();
    private List<Mailbox> bcc = List.of();
    private boolean automatic;

    private Outbound() {}

    public Outbound from(ContactEndpoint value) {
      endpoint = value;
      return this;
    }

    public Outbound id(MessageId value) {
      id = value;
      return this;
    }

    public Outbound saying(Content.Format format, String value) {
      content = new Content(format, value);
      return this;
    }

    public Outbound to(String address, @Nullable String name) {
      to = address;
      toName = name;
      return this;
    }

    public Outbound cc(String... addresses) {
      cc = mailboxes(addresses);
      return this;
    }

    public Outbound bcc(String... addresses) {
      bcc = mailboxes(addresses);
      return this;
    }

    public Outbound subject(@Nullable String value) {
      subject = value;
      return this;
    }

    public Outbound agent(@Nullable String value) {
      agentName = value;
      return this;
    }

    public Outbound answering(@Nullable String id, String... before) {
      inReplyTo = id;
      references = List.of(before);
      return this;
    }

    public Outbound with(IncomingFile... value) {
      files = List.of(value);
      return this;
    }

    public Outbound automatic() {
      automatic = true;
      return this;
    }

    public OutboundMessage build() {
      Envelope envelope =
          new Envelope(
              null,
              EmailAddress.parse(to).map(a -> new Mailbox(a, null)).stream().toList(),
              cc,
              bcc,
              subject,
              automatic,
              Envelope.Sender.PARTICIPANT,
              null,
              null);
      Message message =
          new Message(
              id,
              CONVERSATION,
              Direction.OUTBOUND,
              new Author.ByAgent(new AgentId(new UUID(7, 7))),
              content,
              List.of(),
              null,
              TOKENS.messageId(ADDRESS, CONVERSATION, id),
              envelope,
              Delivery.PENDING,
              NOW);
      return new OutboundMessage(
          message, endpoint, to, toName, subject, agentName, inReplyTo, references, files);
    }

    private static List<Mailbox> mailboxes(String... addresses) {
      return List.of(addresses).stream()
          .map(address -> new Mailbox(new EmailAddress(address), null))
          .toList();
    }
  }

  /** Links that show what they stand for. */
  private static final class Links implements FileLinks {
    @Override
    public String to(OrganizationId organization, String blob, String fileName, String mediaType) {
      return "https://files.example/" + blob;
    }

    @Override
    public Optional<Target> resolve(String token) {
      return Optional.empty();
    }
  }
}
