package dev.parley.bootstrap.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class UnsentIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int NOBODY_LISTENS = 1;
  private static final String ENDPOINT = "/v1/contact-endpoints/" + Desk.ADDRESS;

  @Test
  void what_could_not_be_sent_is_sent_later_but_never_to_a_person_forgotten_since(
      @TempDir Path directory, TestReporter reporter) {
    long seed = ThreadLocalRandom.current().nextLong();
    reporter.publishEntry("seed", Long.toString(seed));
    Marks marks = new Marks(seed);
    Customer ada = new Customer(marks, "Ada");
    Customer grace = new Customer(new Marks(~seed), "Grace");
    try (ParleyProcess parley =
            ParleyProcess.in(directory)
                .with("PARLEY_OPERATOR_TOKEN", Dixa.OPERATOR)
                .with("PARLEY_OUTBOUND_ALLOW_PRIVATE", "true")
                .start();
        Desk desk = Desk.open(parley, "shop")) {
      desk.api.patch(ENDPOINT, Map.of("smtp", Map.of("port", NOBODY_LISTENS))).expect(204);
      String forgotten = write(desk, ada);
      write(desk, grace);
      desk.anonymize("endusers/" + forgotten + "/anonymize?force=true");
      assertThat(marks.in(Remains.of(parley).text())).isEmpty();

      desk.api
          .patch(
              ENDPOINT,
              Map.of("smtp", Objects.requireNonNull(desk.mail.endpoint(Desk.ADDRESS).get("smtp"))))
          .expect(204);

      MimeMessage mail =
          Awaitility.await()
              .atMost(PATIENCE)
              .until(() -> desk.mail.mails(grace.address()), mails -> mails.size() == 1)
              .getFirst();
      assertThat(new String(MailPeer.raw(mail), StandardCharsets.UTF_8))
          .contains(grace.mark("answer"));
      assertThat(desk.mail.mails(ada.address())).isEmpty();
      parley.stop();
      assertThat(marks.in(parley.log())).isEmpty();
    }
  }

  /** Begins a conversation by a mail to somebody; returns the contact's id. */
  private static String write(Desk desk, Customer customer) {
    String contact =
        desk.api
            .post(
                "/v1/endusers", Map.of("displayName", customer.name(), "email", customer.address()))
            .expect(201)
            .text("/id");
    Map<String, Object> message =
        Map.of(
            "_type",
            "Outbound",
            "agentId",
            desk.agent,
            "content",
            Map.of("_type", "Text", "value", customer.mark("answer")));
    desk.api
        .post(
            "/v1/conversations",
            Map.of(
                "_type",
                "Email",
                "requesterId",
                contact,
                "emailIntegrationId",
                Desk.ADDRESS,
                "subject",
                customer.subject(),
                "message",
                message))
        .expect(201);
    return contact;
  }
}
