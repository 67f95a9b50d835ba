package dev.parley.rest.dixa.channel;

import static dev.parley.rest.dixa.Requests.signed;
import static dev.parley.rest.dixa.Requests.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FlowResourceTest {
  @Test
  void aMailboxLeadsInMailsAndForms() {
    String address = unique("flow") + "@example.org";
    String id =
        made(Map.of("_type", "EmailEndpoint", "address", address, "name", "Support"), "endpointId");

    for (String channel : List.of("Email", "ContactForm")) {
      assertThat(flow(channel, id))
          .isEqualTo(
              Map.of(
                  "id", id, "name", "Support", "channel", channel, "contactEndpointId", address));
    }
    assertThat(served(id)).containsExactly("ContactForm", "Email");
  }

  @Test
  void aWidgetLeadsInChatsAndIsNamedByItsId() {
    String id = made(Map.of("_type", "ChatEndpoint"), "id");

    assertThat(flow("WidgetChat", id))
        .isEqualTo(Map.of("id", id, "name", id, "channel", "WidgetChat", "contactEndpointId", id));
    assertThat(served(id)).containsExactly("WidgetChat");
  }

  @Test
  void metasMessengerIsNotDixas() {
    String id =
        made(
            Map.of(
                "_type",
                "MessengerEndpoint",
                "pageId",
                "4711",
                "pageAccessToken",
                "t",
                "appSecret",
                "s",
                "verifyToken",
                "v"),
            "id");

    assertThat(served(id)).containsExactly("FacebookMessenger");
  }

  @Test
  void aNumberLeadsInWhatItIsGoodFor() {
    assertThat(served(number(101))).containsExactly("Callback", "PstnPhone", "Voicemail");
    assertThat(served(number(102, "VoiceInbound"))).containsExactly("PstnPhone", "Voicemail");
    assertThat(served(number(103, "VoiceOutbound"))).containsExactly("Callback", "PstnPhone");
    assertThat(served(number(104, "Voicemail"))).containsExactly("Voicemail");
    assertThat(served(number(105, "Sms"))).isEmpty();
  }

  @Test
  void withoutChannelItIsAboutCalls() {
    String id = number(106, "VoiceInbound");

    List<Map<String, String>> flows =
        signed().get("/v1/conversations/flows").then().statusCode(200).extract().path("data");

    assertThat(flows)
        .filteredOn(flow -> id.equals(flow.get("id")))
        .containsExactly(
            Map.of(
                "id", id,
                "name", "+4540000106",
                "channel", "PstnPhone",
                "contactEndpointId", "+4540000106"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sms", "Twitter", "Generic", "email"})
  void otherChannelsHaveNone(String channel) {
    signed()
        .queryParam("channel", channel)
        .get("/v1/conversations/flows")
        .then()
        .statusCode(400)
        .body("message", equalTo("Invalid value for: query parameter channel"));
  }

  /** The channels for which the endpoint has a flow. */
  private static List<String> served(String id) {
    return Stream.of(
            "Callback",
            "ContactForm",
            "Email",
            "FacebookMessenger",
            "Messenger",
            "PstnPhone",
            "Voicemail",
            "WhatsApp",
            "WidgetChat")
        .filter(channel -> flows(channel).stream().anyMatch(flow -> id.equals(flow.get("id"))))
        .toList();
  }

  private static Map<String, String> flow(String channel, String id) {
    return flows(channel).stream()
        .filter(flow -> id.equals(flow.get("id")))
        .findFirst()
        .orElseThrow();
  }

  private static List<Map<String, String>> flows(String channel) {
    return signed()
        .queryParam("channel", channel)
        .get("/v1/conversations/flows")
        .then()
        .statusCode(200)
        .extract()
        .path("data");
  }

  private static String number(int ending, String... functionality) {
    return made(
        Map.of(
            "_type",
            "TelephonyEndpoint",
            "number",
            "+4540000" + ending,
            "functionality",
            List.of(functionality)),
        "endpointId");
  }

  private static String made(Map<String, Object> endpoint, String field) {
    return signed()
        .body(endpoint)
        .post("/v1/contact-endpoints")
        .then()
        .statusCode(201)
        .extract()
        .path("data." + field);
  }
}
