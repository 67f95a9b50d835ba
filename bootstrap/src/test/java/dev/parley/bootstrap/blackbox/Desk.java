package dev.parley.bootstrap.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bootstrap.blackbox.Dixa.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** One organization at work: its mail server, its address, an agent who is also its admin. */
final class Desk implements AutoCloseable {
  static final String ADDRESS = "support@shop.example";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  final Dixa api;
  final MailPeer mail;
  final long organization;
  final String agent;
  final String endpoint;
  final String webhookSecret;

  private Desk(Dixa api, MailPeer mail) {
    this.api = api;
    this.mail = mail;
    organization = api.get("/v1/organization").expect(200).data().path("number").asLong();
    agent = api.get("/v1/agents").expect(200).text("/0/id");
    mail.mailbox(ADDRESS);
    Answer made = api.post("/v1/contact-endpoints", mail.endpoint(ADDRESS)).expect(201);
    endpoint = made.text("/endpointId");
    webhookSecret = made.text("/secret");
  }

  /** A new organization with a mail server of its own, reading {@link #ADDRESS}. */
  static Desk open(ParleyProcess parley, String name) {
    return new Desk(Dixa.organization(parley, name), MailPeer.start());
  }

  JsonNode conversation(long number) {
    return api.get("/v1/conversations/" + number).expect(200).data();
  }

  JsonNode messages(long number) {
    return api.get("/v1/conversations/" + number + "/messages").expect(200).data();
  }

  /** Waits for a conversation to have so many messages; returns them, oldest first. */
  JsonNode awaitMessages(long number, int count) {
    return await(
        () -> api.get("/v1/conversations/" + number + "/messages"),
        answer -> answer.data().size() == count);
  }

  /** The id of the contact who has an address. */
  String contact(String address) {
    return api.get("/v1/endusers?email=" + address).expect(200).text("/0/id");
  }

  /** What a link in an answer leads to. */
  Answer file(JsonNode link) {
    return api.get(URI.create(link.asText()).getRawPath());
  }

  /** Pushes a mail to the webhook, always under the same id; returns the answer's status. */
  int push(byte[] mail, String secret) {
    return Webhook.post(api.url("/channels/email/" + endpoint), "push-of-the-test", secret, mail);
  }

  /** Asks by a call such as {@code endusers/…/anonymize} and waits until it is done. */
  void anonymize(String call) {
    String request = api.patch("/v1/" + call, Map.of()).expect(202).text("/id");
    await(
        () -> api.get("/v1/anonymization/request/" + request).expect(200),
        answer -> answer.data().has("processedAt"));
  }

  /** The kinds of all that happened to a conversation, oldest first. */
  List<String> activities(long number) {
    JsonNode log = api.get("/v1/conversations/" + number + "/activitylog").expect(200).data();
    return log.valueStream().map(entry -> entry.path("_type").asText()).toList();
  }

  @Override
  public void close() {
    api.close();
    mail.close();
  }

  private static JsonNode await(Supplier<Answer> question, Predicate<Answer> enough) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(BETWEEN_LOOKS)
        .until(question::get, enough)
        .data();
  }
}
