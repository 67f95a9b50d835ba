package dev.parley.persistence.conversation;

import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Mailbox;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mail side of a message, as its row keeps it. */
final class EnvelopeJson {
  private EnvelopeJson() {}

  static @Nullable JsonObject of(@Nullable Envelope envelope) {
    if (envelope == null) {
      return null;
    }
    return new JsonObject()
        .put("from", envelope.from() == null ? null : of(envelope.from()))
        .put("to", of(envelope.to()))
        .put("cc", of(envelope.cc()))
        .put("bcc", of(envelope.bcc()))
        .put("subject", envelope.subject())
        .put("automatic", envelope.automatic())
        .put("sender", Codes.of(envelope.sender()))
        .put("original", envelope.original())
        .put("quoted", quoted(envelope.quotedHistory()));
  }

  static Envelope toDomain(JsonObject json) {
    JsonObject from = json.getJsonObject("from");
    return new Envelope(
        from == null ? null : mailbox(from),
        mailboxes(json.getJsonArray("to")),
        mailboxes(json.getJsonArray("cc")),
        mailboxes(json.getJsonArray("bcc")),
        json.getString("subject"),
        json.getBoolean("automatic"),
        Codes.parse(Envelope.Sender.class, json.getString("sender")),
        json.getString("original"),
        content(json.getJsonObject("quoted")));
  }

  private static JsonArray of(List<Mailbox> mailboxes) {
    JsonArray all = new JsonArray();
    mailboxes.forEach(mailbox -> all.add(of(mailbox)));
    return all;
  }

  private static JsonObject of(Mailbox mailbox) {
    return new JsonObject().put("email", mailbox.email().value()).put("name", mailbox.name());
  }

  private static @Nullable JsonObject quoted(@Nullable Content content) {
    return content == null
        ? null
        : new JsonObject().put("format", Codes.of(content.format())).put("value", content.value());
  }

  private static List<Mailbox> mailboxes(JsonArray all) {
    return all.stream().map(JsonObject.class::cast).map(EnvelopeJson::mailbox).toList();
  }

  private static Mailbox mailbox(JsonObject json) {
    return new Mailbox(new EmailAddress(json.getString("email")), json.getString("name"));
  }

  private static @Nullable Content content(@Nullable JsonObject json) {
    return json == null
        ? null
        : new Content(
            Codes.parse(Content.Format.class, json.getString("format")), json.getString("value"));
  }
}
