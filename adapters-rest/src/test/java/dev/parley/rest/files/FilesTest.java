package dev.parley.rest.files;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.rest.dixa.conversation.DixaTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FilesTest extends DixaTest {
  @Test
  void aHarmlessImageIsShown() {
    byte[] bytes = get("logo.png", "image_png").extract().asByteArray();
    assertThat(bytes).isEqualTo("content".getBytes(StandardCharsets.UTF_8));
    get("logo.png", "image_png")
        .contentType(equalTo("image/png"))
        .header("Content-Length", "7")
        .header("Content-Disposition", "inline; filename=\"logo.png\"; filename*=UTF-8''logo.png")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cache-Control", "private");
  }

  @ParameterizedTest
  @CsvSource({
    "text_html, application/octet-stream",
    "image_svg+xml, application/octet-stream",
    "application_xhtml+xml, application/octet-stream",
    "text_javascript, application/octet-stream",
    "nonsense, application/octet-stream",
    "application_pdf, application/pdf",
    "message_rfc822, message/rfc822",
  })
  void anythingElseIsSaved(String stored, String served) {
    assertThat(
            get("a", stored).contentType(equalTo(served)).extract().header("Content-Disposition"))
        .startsWith("attachment;");
  }

  @Test
  void aNameCannotBreakTheHeader() {
    Presentation presentation = Presentation.of("image/png", "a\"b\\c\r\nd é€.png");
    assertThat(presentation.disposition())
        .isEqualTo(
            "inline; filename=\"a_b_c__d __.png\";"
                + " filename*=UTF-8''a%22b%5Cc%0D%0Ad%20%C3%A9%E2%82%AC.png");
  }

  @Test
  void unknownAndDeletedFilesAre404() {
    refused(given().get("/files/nonsense"), 404);
    refused(given().get("/files/gone~a~image_png"), 404);
    refused(given().get("/files/"), 404);
    refused(given().post("/files/nonsense"), 405);
  }

  private ValidatableResponse get(String name, String type) {
    useCases.blobs.put("blob", "content".getBytes(StandardCharsets.UTF_8));
    return given().get("/files/blob~" + name + "~" + type).then().statusCode(200);
  }
}
