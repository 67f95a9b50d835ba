package dev.parley.channels.email;

import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint of the channel e-mail is set to, checked.
 *
 * @param senderAddress stands in From; the address itself unless it is overridden
 * @param senderName display name that overrides the agents' names
 * @param signedReplies whether answers are asked to a plus address that names the conversation
 * @param imap absent when mails come by webhook alone
 * @param smtp absent when the endpoint only receives
 */
public record EmailAccount(
    ContactEndpointId id,
    EmailAddress address,
    EmailAddress senderAddress,
    @Nullable String senderName,
    boolean signedReplies,
    Optional<Mailbox> imap,
    Optional<MailServer> smtp) {

  /**
   * A mailbox to read.
   *
   * @param importAll whether mails that were there before us become conversations, too
   */
  public record Mailbox(MailServer server, String folder, boolean importAll) {}

  /**
   * @throws DomainException {@link SharedError.InvalidField} naming the setting that is missing or
   *     wrong
   */
  public static EmailAccount from(ContactEndpoint endpoint) {
    Map<String, String> settings = endpoint.settings();
    String written = endpoint.address();
    EmailAddress address = new EmailAddress(written == null ? "" : written);
    Optional<String> override = present(settings, "senderOverride");
    Optional<EmailAddress> sender = override.flatMap(EmailAddress::parse);
    return new EmailAccount(
        endpoint.id(),
        address,
        sender.orElse(address),
        sender.isPresent() ? null : override.orElse(null),
        word(settings, "replyAddress", "signed", "plain"),
        MailServer.from(endpoint, "imap").map(server -> mailbox(server, settings)),
        MailServer.from(endpoint, "smtp"));
  }

  private static Mailbox mailbox(MailServer server, Map<String, String> settings) {
    if (server.username() == null || server.password() == null) {
      throw SharedError.invalid("imap", "needs a user name and a password");
    }
    String folder = present(settings, "imap.folder").orElse("INBOX");
    return new Mailbox(server, folder, word(settings, "imap.importFrom", "all", "now"));
  }

  static Optional<String> present(Map<String, String> settings, String key) {
    return Optional.ofNullable(settings.get(key)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** Whether a setting of two possible words is the first, which is also the default. */
  private static boolean word(
      Map<String, String> settings, String key, String usual, String other) {
    String value = present(settings, key).orElse(usual);
    if (!value.equals(usual) && !value.equals(other)) {
      throw SharedError.invalid(key, "must be " + usual + " or " + other);
    }
    return value.equals(usual);
  }

  @Override
  public String toString() {
    return "EmailAccount[" + id.value() + "]";
  }
}
