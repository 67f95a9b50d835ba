package dev.parley.persistence.channel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.support.Seal;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
  private static final OrganizationId HERE = new OrganizationId(1);
  private static final ContactEndpointId ENDPOINT = new ContactEndpointId(new UUID(1, 2));
  private static final Map<String, Secret> SECRETS =
      Map.of("imap.password", new Secret("hunter2"), "smtp.password", new Secret("übel \"'"));

  private final SecretBox box = new SecretBox(new Seal(key(1)));

  @Test
  void whatWentInComesOut() {
    assertThat(box.decrypt(HERE, ENDPOINT, box.encrypt(HERE, ENDPOINT, SECRETS)))
        .isEqualTo(SECRETS);
  }

  @Test
  void noSecretsNeedNoBox() {
    assertThat(box.encrypt(HERE, ENDPOINT, Map.of())).isNull();
    assertThat(box.decrypt(HERE, ENDPOINT, null)).isEmpty();
  }

  @Test
  void theSameSecretsLookDifferentEachTime() {
    assertThat(box.encrypt(HERE, ENDPOINT, SECRETS))
        .isNotEqualTo(box.encrypt(HERE, ENDPOINT, SECRETS));
  }

  @Test
  void secretsOpenOnlyWhereTheyWerePutWithTheSameKeyAndUnchanged() {
    byte[] stored = requireNonNull(box.encrypt(HERE, ENDPOINT, SECRETS));
    byte[] changed = Arrays.copyOf(stored, stored.length);
    changed[stored.length - 1] ^= 1;

    assertThatIllegalStateException()
        .isThrownBy(() -> box.decrypt(new OrganizationId(2), ENDPOINT, stored));
    assertThatIllegalStateException()
        .isThrownBy(() -> box.decrypt(HERE, new ContactEndpointId(new UUID(1, 3)), stored));
    assertThatIllegalStateException()
        .isThrownBy(() -> new SecretBox(new Seal(key(2))).decrypt(HERE, ENDPOINT, stored));
    assertThatIllegalStateException().isThrownBy(() -> box.decrypt(HERE, ENDPOINT, changed));
    assertThatIllegalStateException()
        .isThrownBy(() -> box.decrypt(HERE, ENDPOINT, new byte[] {9, 1, 2}));
  }

  @Test
  void aKeyHasThirtyTwoBytes() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Seal(new byte[16]));
  }

  private static byte[] key(int fill) {
    byte[] key = new byte[Seal.KEY_BYTES];
    Arrays.fill(key, (byte) fill);
    return key;
  }
}
