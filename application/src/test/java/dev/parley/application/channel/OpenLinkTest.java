package dev.parley.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.InMemoryStores;
import dev.parley.application.attachment.FileLinks;
import dev.parley.application.attachment.LinkedFile;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenLinkTest {
  private static final OrganizationId HERE = new OrganizationId(1);
  private static final UUID RAW = UUID.fromString("019a0000-0000-7000-8000-000000000001");

  private final InMemoryStores stores = new InMemoryStores();

  /** Tokens are the keys. */
  private final FileLinks links =
      new FileLinks() {
        @Override
        public String to(OrganizationId organization, String blob, String name, String type) {
          return blob;
        }

        @Override
        public Optional<Target> resolve(String token) {
          return token.equals("forged")
              ? Optional.empty()
              : Optional.of(new Target(HERE, token, "mail.eml", "message/rfc822"));
        }
      };

  @Test
  void aStoredFileIsOpened() {
    stores.blobs.put(HERE, "owner/0", new byte[] {7}).await().indefinitely();

    LinkedFile file = open("owner/0").orElseThrow();
    assertThat(file.bytes()).containsExactly(7);
    assertThat(file.fileName()).isEqualTo("mail.eml");
    assertThat(file.mediaType()).isEqualTo("message/rfc822");
  }

  @Test
  void anOriginalIsOpenedWhereverItIsKept() {
    stores
        .arrivals
        .accept(
            new RawInbound(
                RAW,
                HERE,
                new ContactEndpointId(UUID.randomUUID()),
                Channel.EMAIL,
                "imap:INBOX:1:1",
                new byte[] {1, 2, 3},
                Instant.EPOCH,
                null))
        .await()
        .indefinitely();

    assertThat(open(RawInbound.key(RAW)).orElseThrow().bytes()).containsExactly(1, 2, 3);
  }

  @Test
  void aForgedLinkAndARemovedFileOpenNothing() {
    assertThat(open("forged")).isEmpty();
    assertThat(open("owner/9")).isEmpty();
    assertThat(open(RawInbound.key(UUID.randomUUID()))).isEmpty();
  }

  private Optional<LinkedFile> open(String token) {
    return new OpenLinkHandler(links, stores.blobs, stores.arrivals)
        .open(token)
        .await()
        .atMost(Duration.ofSeconds(10));
  }
}
