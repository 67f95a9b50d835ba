package dev.parley.rest.dixa.conversation;

import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.parley.rest.support.TestWiring;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Requests in Dixa's dialect against scripted use cases. */
public abstract class DixaTest {
  protected static final UUID AGENT = UUID.fromString("019a0000-0000-7000-8000-00000000000a");
  protected static final UUID CONTACT = UUID.fromString("019a0000-0000-7000-8000-00000000000c");
  protected static final UUID QUEUE = UUID.fromString("019a0000-0000-7000-8000-00000000000e");

  @Inject protected Scripted useCases;

  @BeforeEach
  void forgetScripts() {
    useCases.reset();
  }

  protected static RequestSpecification signed() {
    return RestAssured.given().header("Authorization", TestWiring.TOKEN);
  }

  protected static RequestSpecification json(String body) {
    return signed().contentType(ContentType.JSON).body(body);
  }

  protected static ValidatableResponse refused(Response response, int status) {
    return response
        .then()
        .statusCode(status)
        .contentType(ContentType.JSON)
        .body("message", not(emptyOrNullString()))
        .body("size()", equalTo(1));
  }

  protected static void refused(Response response, int status, String phrase) {
    refused(response, status).body("message", equalTo(phrase));
  }
}
