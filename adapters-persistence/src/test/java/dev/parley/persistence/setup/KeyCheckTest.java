package dev.parley.persistence.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.TestStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyCheckTest {
  @Test
  void rememberTheFirstKeyAndKnowsAnyOther() {
    try (TestStore store = new TestStore(1)) {
      KeyCheck check = new KeyCheck(new PgUnitOfWork(store.pool()));
      assertThat(isSame(check, 1)).isTrue();
      assertThat(isSame(check, 1)).isTrue();
      assertThat(isSame(check, 2)).isFalse();
      assertThat(isSame(check, 1)).isTrue();
    }
  }

  private static boolean isSame(KeyCheck check, int key) {
    return check.isSameAsEver(new byte[] {(byte) key}).await().atMost(Duration.ofSeconds(30));
  }
}
