package dev.parley.rest.dixa.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest {
  @Test
  void our_document_is_what_the_contract_says() throws IOException {
    assertThat(new Comparison(Contract.read(), document()).differences()).isEmpty();
  }

  @Test
  void every_operation_has_a_name_a_summary_and_whole_bodies() throws IOException {
    JsonNode document = document();
    assertThat(document.path("openapi").asText()).startsWith("3.1.");
    List<String> lacking = new ArrayList<>();
    Comparison.operations(document)
        .forEach(
            (route, operation) -> {
              if (!operation.hasNonNull("operationId") || !operation.hasNonNull("summary")) {
                lacking.add(route + ": name or summary");
              }
              examine(route + " request", operation.path("requestBody"), lacking);
              operation
                  .path("responses")
                  .properties()
                  .forEach(answer -> examine(route, answer, lacking));
            });
    assertThat(lacking).isEmpty();
  }

  private static void examine(
      String route, Map.Entry<String, JsonNode> answer, List<String> lacking) {
    examine(route + " " + answer.getKey(), answer.getValue(), lacking);
    if (answer.getKey().compareTo("400") >= 0 && !answer.getValue().has("content")) {
      lacking.add(route + " " + answer.getKey() + ": shape of the error");
    }
  }

  private static void examine(String where, JsonNode holder, List<String> lacking) {
    for (JsonNode media : holder.path("content")) {
      if (!media.has("schema")) {
        lacking.add(where + ": schema");
      }
      if (!media.has("example") && !media.has("examples")) {
        lacking.add(where + ": example");
      }
    }
  }

  private static JsonNode document() throws IOException {
    return new ObjectMapper()
        .readTree(given().get("/q/openapi/dixa?format=json").then().extract().asByteArray());
  }
}
