package dev.parley.bootstrap.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of a matter, in two organizations at once that have the same address, the same
 * customer and the same mails, each on a mail server of its own.
 */
@Timeout(120)
class StoryIT {
  private static final long FIRST = 1;
  private static final long SECOND = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final long seed = ThreadLocalRandom.current().nextLong();
  private final Marks marks = new Marks(seed);
  private final Customer ada = new Customer(marks, "Ada");
  private final Customer grace = new Customer(marks, "Grace");

  @Test
  void a_person_writes_and_is_answered_and_forgotten_where_she_asked_for_it(
      @TempDir Path directory, TestReporter reporter) {
    reporter.publishEntry("seed", Long.toString(seed));
    try (ParleyProcess parley =
            ParleyProcess.in(directory)
                .with("PARLEY_OPERATOR_TOKEN", Dixa.OPERATOR)
                .with("PARLEY_OUTBOUND_ALLOW_PRIVATE", "true")
                .start();
        FileServer files = FileServer.of(ada.mark("answered file"));
        Desk north = Desk.open(parley, "north");
        Desk south = Desk.open(parley, "south")) {
      List<Desk> desks = List.of(north, south);
      desks.forEach(desk -> desk.mail.send(ada.letter(Desk.ADDRESS), Desk.ADDRESS));
      desks.forEach(this::her_mail_waits_in_the_default_queue);
      desks.forEach(desk -> an_agent_claims_and_answers(desk, files));
      desks.forEach(this::the_answer_reaches_her_in_her_thread);
      desks.forEach(this::her_reply_is_in_the_same_conversation);
      desks.forEach(this::a_mail_by_webhook_is_another_conversation);
      desks.forEach(this::the_agent_notes_tags_transfers_and_closes);
      desks.forEach(this::fields_say_more_about_her);
      desks.forEach(this::she_says_what_she_thinks);

      everything_is_kept(parley, north);
      Remains before = Remains.of(parley, south.organization);
      String shown = shown(south);
      List<JsonNode> links = List.of(aFile(north), aFile(south));
      north.anonymize("conversations/" + SECOND + "/anonymize?force=true");
      forget(north, ada);
      forget(north, grace);
      nothing_is_left(parley, north);

      assertThat(Remains.of(parley, south.organization)).isEqualTo(before);
      assertThat(shown(south)).isEqualTo(shown);
      assertThat(north.file(links.getFirst()).status()).isEqualTo(404);
      assertThat(south.file(links.getLast()).body()).isEqualTo(ada.mark("file"));
      forget(south, ada);
      forget(south, grace);
      assertThat(marks.in(Remains.of(parley).text())).isEmpty();
      parley.stop();
      assertThat(marks.in(parley.log())).isEmpty();
    }
  }

  private void her_mail_waits_in_the_default_queue(Desk desk) {
    JsonNode attributes = desk.awaitMessages(FIRST, 1).at("/0/attributes");
    assertThat(attributes.at("/emailContent/content/value").asText()).contains(ada.mark("html"));
    assertThat(attributes.at("/from/email").asText()).isEqualTo(ada.address());
    assertThat(attributes.at("/from/name").asText()).isEqualTo(ada.name());
    assertThat(attributes.at("/inlineImages")).hasSize(1);
    assertThat(attributes.at("/attachments/0/prettyName").asText()).isEqualTo(ada.fileName());
    assertThat(desk.file(aFile(desk)).body()).isEqualTo(ada.mark("file"));
    JsonNode conversation = desk.conversation(FIRST);
    assertThat(conversation.path("subject").asText()).isEqualTo(ada.subject());
    assertThat(conversation.at("/queue/id").asText())
        .isEqualTo(desk.api.get("/v1/queues").expect(200).text("/0/id"));
    assertThat(conversation.has("assignment")).isFalse();
  }

  private void an_agent_claims_and_answers(Desk desk, FileServer files) {
    desk.api
        .put("/v1/conversations/1/claim", Map.of("agentId", desk.agent, "force", false))
        .expect(204);
    Map<String, Object> answer =
        Map.of(
            "_type",
            "Outbound",
            "agentId",
            desk.agent,
            "content",
            Map.of("_type", "Text", "value", "Dear " + ada.name() + ", " + ada.mark("answer")),
            "attachments",
            List.of(
                Map.of("url", files.url(), "prettyName", ada.mark("answered file name") + ".txt")));
    String first = desk.api.once("the-answer", "/v1/conversations/1/messages", answer);
    assertThat(desk.api.once("the-answer", "/v1/conversations/1/messages", answer))
        .isEqualTo(first);
  }

  private void the_answer_reaches_her_in_her_thread(Desk desk) {
    MimeMessage answer = awaitMail(desk, ada.address());
    String id = desk.messages(FIRST).at("/1/id").asText();
    assertThat(header(answer, "Message-ID"))
        .matches("<c\\.[A-Za-z0-9_-]+\\." + id + "@shop\\.example>");
    assertThat(header(answer, "In-Reply-To")).isEqualTo(ada.messageId());
    assertThat(header(answer, "References")).isEqualTo(ada.messageId());
    assertThat(header(answer, "Reply-To")).contains("support+c.").contains("@shop.example");
    assertThat(header(answer, "From")).contains(Desk.ADDRESS);
    assertThat(subject(answer)).isEqualTo("Re: " + ada.subject());
    assertThat(marks.in(new String(MailPeer.raw(answer), StandardCharsets.ISO_8859_1)))
        .contains("Ada: answer", "Ada: answered file", "Ada: answered file name");
  }

  private void her_reply_is_in_the_same_conversation(Desk desk) {
    MimeMessage reply = ada.answerTo(awaitMail(desk, ada.address()), ada.mark("second text"));
    desk.mail.send(reply, recipient(reply));
    JsonNode second = desk.awaitMessages(FIRST, 3).at("/2/attributes");
    assertThat(second.at("/direction").asText()).isEqualTo("Inbound");
    assertThat(second.at("/emailContent/content/value").asText())
        .contains(ada.mark("second text"))
        .doesNotContain(ada.mark("quoted"));
    assertThat(desk.conversation(FIRST).at("/assignment/agentId").asText()).isEqualTo(desk.agent);
    desk.api.get("/v1/conversations/2").expect(404);
    assertThat(desk.mail.mails(ada.address())).hasSize(1);
  }

  private void a_mail_by_webhook_is_another_conversation(Desk desk) {
    byte[] mail = MailPeer.raw(grace.letter(Desk.ADDRESS));
    assertThat(desk.push(mail, "no signature of it")).isEqualTo(401);
    assertThat(desk.push(mail, desk.webhookSecret)).isEqualTo(202);
    assertThat(desk.push(mail, desk.webhookSecret)).isEqualTo(200);
    JsonNode attributes = desk.awaitMessages(SECOND, 1).at("/0/attributes");
    assertThat(attributes.at("/from/email").asText()).isEqualTo(grace.address());
    assertThat(attributes.at("/attachments/0/prettyName").asText()).isEqualTo(grace.fileName());
  }

  private void the_agent_notes_tags_transfers_and_closes(Desk desk) {
    Dixa api = desk.api;
    String queue = api.post("/v1/queues", Map.of("name", "Billing")).expect(201).text("/id");
    String tag = api.post("/v1/tags", Map.of("name", "lamps")).expect(200).text("/id");
    api.post("/v1/conversations/1/notes", Map.of("message", "She says " + ada.mark("note")))
        .expect(200);
    api.put("/v1/conversations/1/tags/" + tag, Map.of()).expect(204);
    api.put("/v1/conversations/1/transfer/queue", Map.of("queueId", queue)).expect(204);
    assertThat(desk.conversation(FIRST).at("/queue/id").asText()).isEqualTo(queue);
    api.put("/v1/conversations/1/close", Map.of()).expect(204);
    assertThat(desk.conversation(FIRST).path("state").asText()).isEqualTo("Closed");
    assertThat(desk.activities(FIRST))
        .containsExactly(
            "ConversationCreatedByCustomer",
            "MessageAddedByCustomer",
            "ConversationClaimed",
            "ConversationAssigned",
            "MessageAddedByAgent",
            "MessageAddedByCustomer",
            "NoteAdded",
            "TagAdded",
            "TransferInitiated",
            "ConversationUnassigned",
            "TransferSuccessful",
            "ConversationClosed");
  }

  /** The first text is overwritten and stays in the log. */
  private void fields_say_more_about_her(Desk desk) {
    String lamp = field(desk, "Conversation");
    String file = field(desk, "Contact");
    String ofConversation = "/v1/conversations/1/custom-attributes";
    desk.api.patch(ofConversation, Map.of(lamp, ada.mark("former field"))).expect(200);
    desk.api.patch(ofConversation, Map.of(lamp, ada.mark("field"))).expect(200);
    desk.api
        .patch(
            "/v1/endusers/" + desk.contact(ada.address()) + "/custom-attributes",
            Map.of(file, ada.mark("contact's field")))
        .expect(200);
    assertThat(desk.conversation(FIRST).at("/customAttributes/0/value").asText())
        .isEqualTo(ada.mark("field"));
  }

  private static String field(Desk desk, String entity) {
    return desk.api
        .post(
            "/v1/custom-attributes",
            Map.of(
                "entityType",
                entity,
                "identifier",
                "words",
                "label",
                "Words",
                "inputDefinition",
                Map.of("_type", "Text")))
        .expect(201)
        .text("/id");
  }

  private void she_says_what_she_thinks(Desk desk) {
    String ratings = "/v1/conversations/1/ratings";
    String id =
        desk.api.post(ratings + "/offer", Map.of("ratingType", "Csat")).expect(201).text("/id");
    Map<String, Object> answer =
        Map.of("ratingResult", Map.of("value", 5, "_type", "Csat"), "comment", ada.mark("comment"));
    desk.api.post(ratings + "/" + id + "/submit", answer).expect(201);
    desk.api.post(ratings + "/" + id + "/submit", answer).expect(400);
    JsonNode rating = desk.api.get(ratings).expect(200).data().path(0);
    assertThat(rating.path("ratingStatus").asText()).isEqualTo("Rated");
    assertThat(rating.path("agentId").asText()).isEqualTo(desk.agent);
  }

  /** Without this the test that nothing is left would show nothing. */
  private void everything_is_kept(ParleyProcess parley, Desk desk) {
    assertThat(marks.in(Remains.of(parley, desk.organization).text()))
        .containsExactlyInAnyOrderElementsOf(marks.meanings());
  }

  private void nothing_is_left(ParleyProcess parley, Desk desk) {
    assertThat(marks.in(Remains.of(parley, desk.organization).text())).isEmpty();
    for (long number : List.of(FIRST, SECOND)) {
      assertThat(desk.conversation(number).has("anonymizedAt")).isTrue();
      assertThat(desk.messages(number)).isNotEmpty();
      assertThat(marks.in(shown(desk))).isEmpty();
    }
  }

  private static void forget(Desk desk, Customer customer) {
    desk.anonymize("endusers/" + desk.contact(customer.address()) + "/anonymize?force=true");
  }

  /** What the API tells; links are made anew each time. */
  private static String shown(Desk desk) {
    return Stream.of(
            desk.conversation(FIRST),
            desk.messages(FIRST),
            desk.conversation(SECOND),
            desk.messages(SECOND))
        .map(JsonNode::toString)
        .collect(Collectors.joining("\n"))
        .replaceAll("/files/[\\w-]+", "/files/…");
  }

  private static JsonNode aFile(Desk desk) {
    return desk.messages(FIRST).at("/0/attributes/attachments/0/url");
  }

  private static MimeMessage awaitMail(Desk desk, String address) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> desk.mail.mails(address), mails -> mails.size() == 1)
        .getFirst();
  }

  private static String header(MimeMessage mail, String name) {
    try {
      return mail.getHeader(name, " ").replaceAll("\\s+", " ");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
