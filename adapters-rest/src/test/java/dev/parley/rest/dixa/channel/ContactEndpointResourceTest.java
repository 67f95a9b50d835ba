package dev.parley.rest.dixa.channel;

import static dev.parley.rest.dixa.Requests.nobody;
import static dev.parley.rest.dixa.Requests.signed;
import static dev.parley.rest.dixa.Requests.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactEndpointResourceTest {
  @Test
  void aMailboxHasItsAddressAsIdAndNeverShowsAPassword() {
    String address = unique("support") + "@example.org";
    String made =
        signed()
            .body(mailbox(address))
            .post("/v1/contact-endpoints")
            .then()
            .statusCode(201)
            .body("data.id", equalTo(address))
            .body("data._type", equalTo("EmailEndpoint"))
            .body("data.name", equalTo("Support"))
            .body("data.number", greaterThan(0))
            .body("data.imap.host", equalTo("imap.example.org"))
            .body("data.imap.port", equalTo(993))
            .body("data.imap.security", equalTo("Tls"))
            .body("data.secret", hasLength(43))
            .extract()
            .asString();

    String shown =
        signed()
            .get("/v1/contact-endpoints/" + address)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    signed()
        .get("/v1/contact-endpoints/" + address)
        .then()
        .body("data.secret", nullValue())
        .body("data.smtp.username", equalTo("support"));
    assertThat(made + shown).doesNotContain("hunter2").doesNotContain("password");
  }

  @Test
  void aChangeTouchesOnlyWhatItNames() {
    String address = unique("sales") + "@example.org";
    signed().body(mailbox(address)).post("/v1/contact-endpoints").then().statusCode(201);

    signed()
        .body("{\"name\": null, \"imap\": {\"host\": \"mail.example.org\"}, \"smtp\": null}")
        .patch("/v1/contact-endpoints/" + address)
        .then()
        .statusCode(204)
        .body(emptyString());
    signed()
        .get("/v1/contact-endpoints/" + address)
        .then()
        .body("data.name", nullValue())
        .body("data.imap.host", equalTo("mail.example.org"))
        .body("data.imap.port", equalTo(993))
        .body("data.smtp", nullValue());
    String moved = "new-" + address;
    signed()
        .body(Map.of("address", moved))
        .patch("/v1/contact-endpoints/" + address)
        .then()
        .statusCode(204);
    signed().get("/v1/contact-endpoints/" + address).then().statusCode(404);
    signed().get("/v1/contact-endpoints/" + moved).then().statusCode(200);
  }

  @Test
  void aWidgetGetsASecretThatIsShownOnce() {
    String id =
        signed()
            .body(
                Map.of(
                    "_type", "ChatEndpoint",
                    "name", "Shop",
                    "allowedOrigins", List.of("https://shop.example", "http://localhost:3000")))
            .post("/v1/contact-endpoints")
            .then()
            .statusCode(201)
            .body("data.identitySecret", hasLength(43))
            .body("data.allowedOrigins", contains("https://shop.example", "http://localhost:3000"))
            .extract()
            .path("data.id");

    signed()
        .get("/v1/contact-endpoints/" + id)
        .then()
        .statusCode(200)
        .body("data.endpointId", equalTo(id))
        .body("data.identitySecret", nullValue());
  }

  @Test
  void aGivenSecretIsNotRepeated() {
    signed()
        .body(
            Map.of(
                "_type", "ApiEndpoint",
                "webhookUrl", "https://hooks.example/in",
                "secret", "a-secret-of-my-own"))
        .post("/v1/contact-endpoints")
        .then()
        .statusCode(201)
        .body("data.webhookUrl", equalTo("https://hooks.example/in"))
        .body("data.secret", nullValue());
  }

  @Test
  void aTelephoneHasItsNumberAsIdAndNumber() {
    String number = "+45" + (10_000_000 + Math.abs(unique("").hashCode() % 89_999_999));
    signed()
        .body(
            Map.of(
                "_type",
                "TelephonyEndpoint",
                "number",
                number,
                "functionality",
                List.of("VoiceInbound")))
        .post("/v1/contact-endpoints")
        .then()
        .statusCode(201)
        .body("data.id", equalTo(number))
        .body("data.number", equalTo(number))
        .body("data.inboxNumber", greaterThan(0))
        .body("data.functionality", contains("VoiceInbound"));

    signed().get("/v1/contact-endpoints/" + number).then().statusCode(200);
    signed()
        .get("/v1/contact-endpoints?_type=TelephonyEndpoint")
        .then()
        .statusCode(200)
        .body("data.id", hasItem(number))
        .body("data._type", everyItem(equalTo("TelephonyEndpoint")));
    signed().delete("/v1/contact-endpoints/" + number).then().statusCode(204);
    signed().get("/v1/contact-endpoints/" + number).then().statusCode(404);
  }

  @Test
  void aMessengerPageNeedsItsSecrets() {
    Map<String, Object> page =
        Map.of(
            "_type", "MessengerEndpoint",
            "pageId", "123456",
            "pageAccessToken", "token",
            "appSecret", "app",
            "verifyToken", "verify");
    signed()
        .body(page)
        .post("/v1/contact-endpoints")
        .then()
        .statusCode(201)
        .body("data.pageId", equalTo("123456"))
        .body("data.appSecret", nullValue());
    signed().body(page).post("/v1/contact-endpoints").then().statusCode(400);
    signed()
        .body(Map.of("_type", "MessengerEndpoint", "pageId", "7"))
        .post("/v1/contact-endpoints")
        .then()
        .statusCode(400);
  }

  @Test
  void aQueueMayBeNamedIfItExists() {
    signed()
        .body(Map.of("_type", "ApiEndpoint", "queueId", nobody()))
        .post("/v1/contact-endpoints")
        .then()
        .statusCode(404);
    String queue =
        signed()
            .body(Map.of("name", unique("Queue")))
            .post("/v1/queues")
            .then()
            .extract()
            .path("data.id");
    signed()
        .body(Map.of("_type", "ApiEndpoint", "queueId", queue))
        .post("/v1/contact-endpoints")
        .then()
        .statusCode(201)
        .body("data.queueId", equalTo(queue));
  }

  @Test
  void wrongRequestsAreRefused() {
    for (String body :
        List.of(
            "{}",
            "{\"_type\": \"PigeonEndpoint\"}",
            "{\"_type\": \"EmailEndpoint\"}",
            "{\"_type\": \"EmailEndpoint\", \"address\": null}",
            "{\"_type\": \"EmailEndpoint\", \"address\": \"nobody\"}",
            "{\"_type\": \"EmailEndpoint\", \"address\": \"a@b.example\", \"imap\": \"x\"}",
            "{\"_type\": \"TelephonyEndpoint\", \"number\": \"123\"}",
            "{\"_type\": \"ChatEndpoint\", \"allowedOrigins\": [\"shop.example\"]}",
            "{\"_type\": \"ChatEndpoint\", \"allowedOrigins\": [null]}",
            "{\"_type\": \"ApiEndpoint\", \"webhookUrl\": \"ftp://x.example\"}")) {
      signed().body(body).post("/v1/contact-endpoints").then().statusCode(400);
    }
    signed().get("/v1/contact-endpoints/17").then().statusCode(400);
    signed().get("/v1/contact-endpoints/" + nobody()).then().statusCode(404);
    signed().get("/v1/contact-endpoints/nobody@example.org").then().statusCode(404);
    signed().get("/v1/contact-endpoints?_type=Pigeon").then().statusCode(400);
    String widget =
        signed()
            .body(Map.of("_type", "ChatEndpoint"))
            .post("/v1/contact-endpoints")
            .then()
            .extract()
            .path("data.id");
    signed()
        .body(Map.of("_type", "ApiEndpoint"))
        .patch("/v1/contact-endpoints/" + widget)
        .then()
        .statusCode(400);
  }

  private static Map<String, Object> mailbox(String address) {
    return Map.of(
        "_type",
        "EmailEndpoint",
        "name",
        "Support",
        "address",
        address,
        "imap",
        server("imap.example.org", 993),
        "smtp",
        server("smtp.example.org", 465));
  }

  private static Map<String, Object> server(String host, int port) {
    return Map.of(
        "host", host,
        "port", port,
        "security", "Tls",
        "username", "support",
        "password", "hunter2");
  }
}
