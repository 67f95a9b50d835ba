package dev.parley.rest.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.parley.application.agent.ApiToken;
import dev.parley.rest.dixa.ConfigurationWiring;
import dev.parley.rest.support.TestWiring;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrganizationsResourceTest {
  private static final String PATH = "/operator/organizations";

  @Test
  void theOperatorEstablishesAnOrganization() {
    JsonPath made =
        operator()
            .body(Map.of("name", "Globex", "adminEmail", "hank@globex.example"))
            .post(PATH)
            .then()
            .statusCode(201)
            .body("data.id", notNullValue())
            .body("data.number", greaterThan(1))
            .body("data.name", equalTo("Globex"))
            .body("data.adminId", notNullValue())
            .extract()
            .jsonPath();

    assertThat(ApiToken.parse(made.getString("data.token"))).isPresent();
    operator().get(PATH).then().statusCode(200).body("data.name", hasItem("Globex"));
  }

  @Test
  void nobodyElseIsLetThrough() {
    for (String header :
        new String[] {
          "",
          "Bearer",
          "Bearer wrong",
          ConfigurationWiring.OPERATOR_TOKEN,
          "Basic " + ConfigurationWiring.OPERATOR_TOKEN,
          "Bearer " + TestWiring.TOKEN
        }) {
      RestAssured.given().header("Authorization", header).get(PATH).then().statusCode(401);
      RestAssured.given()
          .header("Authorization", header)
          .contentType(ContentType.JSON)
          .body("{")
          .post(PATH)
          .then()
          .statusCode(401);
    }
    RestAssured.given().get(PATH).then().statusCode(401);
  }

  @Test
  void wrongRequestsAreRefused() {
    operator().body(Map.of("name", "X")).post(PATH).then().statusCode(400);
    operator().body(Map.of("name", "X", "adminEmail", "nobody")).post(PATH).then().statusCode(400);
  }

  @Test
  void withoutAConfiguredTokenNobodyIsTheOperator() {
    OperatorToken none = new OperatorToken(Optional.empty());

    assertThat(none.isConfigured()).isFalse();
    assertThat(none.matches("")).isFalse();
  }

  private static RequestSpecification operator() {
    return RestAssured.given()
        .header("Authorization", "Bearer " + ConfigurationWiring.OPERATOR_TOKEN)
        .contentType(ContentType.JSON);
  }
}
