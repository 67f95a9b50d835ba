package dev.parley.channels.email.mime;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a mail says, what comes with it and which of that its HTML refers to. */
record MailBody(
    String text, @Nullable String html, List<Attachment> attachments, Set<String> contentIds) {
  @Override
  public String toString() {
    return "MailBody[" + attachments.size() + " attachments]";
  }

  static MailBody empty() {
    return new MailBody("", null, List.of(), Set.of());
  }
}
