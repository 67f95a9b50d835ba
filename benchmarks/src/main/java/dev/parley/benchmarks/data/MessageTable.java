package dev.parley.benchmarks.data;

import io.vertx.core.json.Json;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

final class MessageTable extends Table.OfStories {
  private final Texts texts;

  MessageTable(Texts texts) {
    this.texts = texts;
  }

  @Override
  public String name() {
    return "message";
  }

  @Override
  public String columns() {
    return "org_id, id, conversation_id, direction, author_kind, author_id, format, body,"
        + " provider_id, envelope, delivery, created_at";
  }

  @Override
  void write(Story story, Copy rows) throws SQLException {
    String subject = texts.written(texts.subject(story.subjectSeed()));
    String them = mailbox(story.requester().email(), story.requester().name());
    String us = mailbox(story.tenant().emailAddress(), null);
    for (int i = 0; i < story.messages(); i++) {
      boolean inbound = story.isInbound(i);
      rows.number(story.tenant().number())
          .id(story.messageId(i))
          .id(story.id())
          .plain(inbound ? "inbound" : "outbound")
          .plain(inbound ? "contact" : "agent")
          .id(inbound ? story.requester().id() : story.agent())
          .plain("text")
          .plain(texts.written(texts.message(story.textSeed(i))))
          .plain(story.providerId(i))
          .text(
              envelope(inbound ? them : us, inbound ? us : them, (i == 0 ? "" : "Re: ") + subject))
          .plain(inbound ? "not_applicable" : "sent")
          .time(story.messageAt(i))
          .end();
    }
  }

  private static String mailbox(String email, @Nullable String name) {
    return "{\"email\": " + Json.encode(email) + ", \"name\": " + Json.encode(name) + "}";
  }

  /** Mails as they came are not kept, so none is named as the original. */
  private static String envelope(String from, String to, String subject) {
    return "{\"from\": "
        + from
        + ", \"to\": ["
        + to
        + "], \"cc\": [], \"bcc\": [], \"subject\": \""
        + subject
        + "\", \"automatic\": false, \"sender\": \"participant\", \"original\": null,"
        + " \"quoted\": null}";
  }
}
