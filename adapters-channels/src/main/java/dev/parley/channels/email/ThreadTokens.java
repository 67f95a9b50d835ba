package dev.parley.channels.email;

import dev.parley.channels.support.DerivedKeys;
import dev.parley.channels.support.Mac256;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names conversations in addresses and message ids in a way that nobody else can. A token is the
 * conversation's id and 80 bits of an HMAC over it, in base 32. It proves that we once told it to
 * somebody, not who shows it.
 */
public final class ThreadTokens {
  private static final int ID_BYTES = 16;
  private static final int MAC_BYTES = 10;
  private static final String TOKEN = "([a-z2-7A-Z]{42})";
  private static final Pattern IN_LOCAL_PART =
      Pattern.compile("\\+c\\." + TOKEN + "$", Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_MESSAGE_ID =
      Pattern.compile(
          "^c\\." + TOKEN + "\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@",
          Pattern.CASE_INSENSITIVE);

  /** RFC 5321 §4.5.3.1.1, in octets. */
  private static final int LOCAL_PART_MAX = 64;

  private final Mac256 conversations;
  private final Mac256 loops;

  public ThreadTokens(DerivedKeys key) {
    conversations = new Mac256(key.derive("mail conversation token"));
    loops = new Mac256(key.derive("mail loop mark"));
  }

  /**
   * The address at which an answer finds its conversation.
   *
   * @return empty when our local part leaves no room for the token; the message id still carries it
   */
  public Optional<EmailAddress> replyAddress(EmailAddress ours, ConversationId conversation) {
    String local = ours.localPart() + "+c." + token(conversation);
    return local.length() > LOCAL_PART_MAX
        ? Optional.empty()
        : Optional.of(new EmailAddress(local + "@" + ours.domain()));
  }

  /**
   * @param endpointAddress the mailbox the message is sent from
   * @return without angle brackets; the same for every try
   */
  public String messageId(String endpointAddress, ConversationId conversation, MessageId message) {
    String host = endpointAddress.substring(endpointAddress.lastIndexOf('@') + 1);
    return "c." + token(conversation) + "." + message.value() + "@" + Idn.toAscii(host);
  }

  /** The conversation an address of ours was made for; empty when we did not make it. */
  public Optional<ConversationId> inAddress(String address) {
    Matcher local =
        IN_LOCAL_PART.matcher(address.substring(0, Math.max(0, address.lastIndexOf('@'))));
    return local.find() ? verified(local.group(1)) : Optional.empty();
  }

  /** The conversation of a message whose id we made; empty when we did not make it. */
  public Optional<ConversationId> inMessageId(String id) {
    Matcher matcher = IN_MESSAGE_ID.matcher(id);
    return matcher.find() ? verified(matcher.group(1)) : Optional.empty();
  }

  /** What the mails of an endpoint carry, so that it knows them when they come back. */
  public String loopMark(ContactEndpointId endpoint) {
    return HexFormat.of().formatHex(loops.truncated(ID_BYTES, bytes(endpoint.value())));
  }

  private String token(ConversationId conversation) {
    byte[] id = bytes(conversation.value());
    return Base32.encode(
        ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
            .put(id)
            .put(conversations.truncated(MAC_BYTES, id))
            .array());
  }

  private Optional<ConversationId> verified(String token) {
    return Base32.decode(token).flatMap(this::verified);
  }

  private Optional<ConversationId> verified(byte[] token) {
    byte[] id = Arrays.copyOf(token, ID_BYTES);
    byte[] mac = Arrays.copyOfRange(token, ID_BYTES, ID_BYTES + MAC_BYTES);
    if (!Mac256.same(mac, conversations.truncated(MAC_BYTES, id))) {
      return Optional.empty();
    }
    ByteBuffer halves = ByteBuffer.wrap(id);
    return Optional.of(new ConversationId(new UUID(halves.getLong(), halves.getLong())));
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(ID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
