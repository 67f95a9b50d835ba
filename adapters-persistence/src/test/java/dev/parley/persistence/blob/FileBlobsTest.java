package dev.parley.persistence.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.attachment.Blobs;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileBlobsTest {
  private static final OrganizationId HERE = new OrganizationId(1);
  private static final OrganizationId ELSEWHERE = new OrganizationId(2);

  @TempDir private Path directory;
  private FileBlobs blobs;

  @BeforeEach
  void open() {
    blobs = new FileBlobs(directory.resolve("blobs"), Runnable::run);
  }

  @Test
  void gives_back_what_was_put_and_replaces_it() {
    await(blobs.put(HERE, "owner/0", new byte[] {1, 2}));
    assertThat(await(blobs.get(HERE, "owner/0"))).contains(new byte[] {1, 2});
    await(blobs.put(HERE, "owner/0", new byte[] {3}));
    assertThat(await(blobs.get(HERE, "owner/0"))).contains(new byte[] {3});
  }

  @Test
  void knows_nothing_of_another_organization() {
    await(blobs.put(HERE, "owner/0", new byte[] {1}));
    assertThat(await(blobs.get(ELSEWHERE, "owner/0"))).isEmpty();
  }

  @Test
  void leaves_nothing_behind_when_the_last_part_is_deleted() throws IOException {
    await(blobs.put(HERE, "owner/0", new byte[] {1}));
    await(blobs.put(HERE, "owner/1", new byte[] {1}));
    await(blobs.delete(HERE, "owner/0"));
    assertThat(await(blobs.get(HERE, "owner/1"))).isPresent();
    await(blobs.delete(HERE, "owner/1"));
    await(blobs.delete(HERE, "owner/1"));
    try (Stream<Path> left = Files.walk(directory)) {
      assertThat(left).noneMatch(path -> path.endsWith("owner"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "owner", "../x/y", "owner/../x", "owner//x", "Owner/x", "a/b/c/d/e"})
  void refuses_keys_that_could_lead_elsewhere(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> blobs.get(HERE, key));
  }

  @Test
  void lists_what_is_old_and_clears_away_what_was_never_finished() throws IOException {
    await(blobs.put(HERE, "raw/a", new byte[] {1}));
    await(blobs.put(ELSEWHERE, "owner/0", new byte[] {1}));
    await(blobs.put(ELSEWHERE, "owner/1", new byte[] {1}));
    Path unfinished = Files.createDirectories(directory.resolve("blobs/2/lost")).resolve(".new-1");
    Files.write(unfinished, new byte[] {1});
    Instant noon = Instant.parse("2026-11-20T12:00:00Z");
    for (String old : List.of("1/raw/a", "2/owner/1", "2/lost/.new-1")) {
      Files.setLastModifiedTime(
          directory.resolve("blobs").resolve(old), FileTime.from(noon.minusSeconds(1)));
    }

    assertThat(await(blobs.storedBefore(noon).collect().asList()))
        .containsExactlyInAnyOrder(
            new Blobs.Stored(HERE, "raw/a"), new Blobs.Stored(ELSEWHERE, "owner/1"));
    assertThat(unfinished.getParent()).doesNotExist();
  }

  @Test
  void lists_nothing_before_the_first_file() {
    assertThat(await(blobs.storedBefore(Instant.MAX).collect().asList())).isEmpty();
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(10));
  }
}
