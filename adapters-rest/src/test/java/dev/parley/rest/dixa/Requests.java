package dev.parley.rest.dixa;

import dev.parley.rest.support.TestWiring;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Requests of the test token's agent. */
public final class Requests {
  private Requests() {}

  public static RequestSpecification signed() {
    return RestAssured.given()
        .header("Authorization", TestWiring.TOKEN)
        .contentType(ContentType.JSON);
  }

  public static String nobody() {
    return UUID.randomUUID().toString();
  }

  /** A name no other test has. */
  public static String unique(String word) {
    return word + "-" + UUID.randomUUID();
  }
}
