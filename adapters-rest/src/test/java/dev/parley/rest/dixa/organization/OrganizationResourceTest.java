package dev.parley.rest.dixa.organization;

import static dev.parley.rest.dixa.Requests.signed;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrganizationResourceTest {
  @Test
  void theTokensOrganizationIsShown() {
    signed()
        .get("/v1/organization")
        .then()
        .statusCode(200)
        .body("data.id", notNullValue())
        .body("data.name", equalTo("Acme"))
        .body("data.number", equalTo(1))
        .body("data.status", equalTo("Active"));
  }
}
