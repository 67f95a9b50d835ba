package dev.parley.application.conversation;

import dev.parley.application.conversation.CreateConversation.MessageDraft;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Content.Format;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.shared.DomainException;
import java.util.Locale;
import java.util.Set;

/** What clients can write on which channel. What comes in through a connector is not asked. */
final class ChannelRules {
  private static final Set<Channel> SPOKEN =
      Set.of(Channel.TELEPHONY, Channel.CALLBACK, Channel.VOICEMAIL);

  /** Endings of the files that WhatsApp takes from us. */
  private static final Set<String> DOCUMENTS =
      Set.of("jpg", "jpeg", "png", "pdf", "doc", "docx", "pptx", "xlsx");

  private ChannelRules() {}

  /**
   * @throws DomainException {@code UnsupportedChannel}, {@code InvalidMessage}
   */
  static void check(Channel channel, MessageDraft draft) {
    if (SPOKEN.contains(channel) || channel.equals(Channel.TWITTER)) {
      throw new DomainException(new ConversationError.UnsupportedChannel(channel));
    }
    boolean whatsApp = channel.equals(Channel.WHATSAPP);
    if (draft.isInbound() && (whatsApp || channel.equals(Channel.SMS))) {
      throw invalid("can only be outbound on this channel");
    }
    Content content = draft.content();
    if (content != null && (content.format() == Format.MARKDOWN) != whatsApp) {
      throw invalid(
          whatsApp ? "must be Markdown on WhatsApp" : "is Markdown, as only WhatsApp has");
    }
    if (!isMail(channel) && !(draft.cc().isEmpty() && draft.bcc().isEmpty())) {
      throw invalid("has copies, as only mails have");
    }
    if (whatsApp) {
      checkFiles(draft);
    }
  }

  /** Whether what is written there travels as mail. */
  static boolean isMail(Channel channel) {
    return channel.carrier().equals(Channel.EMAIL);
  }

  private static void checkFiles(MessageDraft draft) {
    if (draft.files().size() > 1) {
      throw invalid("has more than one attachment");
    }
    if (!draft.files().stream().allMatch(file -> DOCUMENTS.contains(ending(file.fileName())))) {
      throw invalid("has an attachment of a kind that WhatsApp does not take");
    }
  }

  private static String ending(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  static DomainException invalid(String rule) {
    return new DomainException(new ConversationError.InvalidMessage(rule));
  }
}
