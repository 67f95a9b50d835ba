package dev.parley.persistence.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.attachment.FileLinks.Target;
import dev.parley.domain.organization.OrganizationId;
import org.junit.jupiter.api.Test;

class SignedFileLinksTest {
  private static final String PREFIX = "https://parley.example/files/";
  private final SignedFileLinks links = new SignedFileLinks("https://parley.example", new byte[32]);
  private final String link =
      links.to(new OrganizationId(7), "owner/0", "Rechnung März.pdf", "application/pdf");
  private final String token = link.substring(PREFIX.length());

  @Test
  void a_link_leads_back_to_its_file() {
    assertThat(link).startsWith(PREFIX);
    assertThat(links.resolve(token))
        .contains(
            new Target(new OrganizationId(7), "owner/0", "Rechnung März.pdf", "application/pdf"));
  }

  @Test
  void a_link_shows_nothing_of_the_file() {
    assertThat(link).doesNotContainIgnoringCase("rechnung").doesNotContain("owner");
  }

  @Test
  void a_changed_a_foreign_and_a_senseless_token_lead_nowhere() {
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;
    assertThat(new SignedFileLinks("https://parley.example", otherKey).resolve(token)).isEmpty();
    assertThat(links.resolve(token.substring(1) + token.charAt(0))).isEmpty();
    assertThat(links.resolve("%%%")).isEmpty();
    assertThat(links.resolve("")).isEmpty();
    assertThat(links.resolve("a".repeat(100_000))).isEmpty();
  }
}
