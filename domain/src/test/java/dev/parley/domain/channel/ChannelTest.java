package dev.parley.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.shared.DomainException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {
  @ParameterizedTest
  @ValueSource(strings = {"email", "my-channel2", "a"})
  void aChannelIsALowerCaseWord(String name) {
    assertThat(new Channel(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "E-mail", "2fa", "-x", "a b", "ä", "a/b"})
  void anythingElseIsRefused(String name) {
    assertThatThrownBy(() -> new Channel(name)).isInstanceOf(DomainException.class);
  }

  @Test
  void aChannelsNameHasAtMost40Characters() {
    assertThat(new Channel("x".repeat(40)).name()).hasSize(40);
    assertThatThrownBy(() -> new Channel("x".repeat(41))).isInstanceOf(DomainException.class);
  }

  @Test
  void aFormIsAnsweredByMailAndAllThatTakesANumberSharesTheNumbers() {
    assertThat(Channel.CONTACT_FORM.carrier()).isEqualTo(Channel.EMAIL);
    assertThat(Channel.SMS.carrier()).isEqualTo(Channel.TELEPHONY);
    assertThat(Channel.CALLBACK.carrier()).isEqualTo(Channel.TELEPHONY);
    assertThat(Channel.VOICEMAIL.carrier()).isEqualTo(Channel.TELEPHONY);
    assertThat(Channel.WIDGET.carrier()).isEqualTo(Channel.WIDGET);
    assertThat(new Channel("carrier-pigeon").carrier()).isEqualTo(new Channel("carrier-pigeon"));
  }

  @Test
  void aSecretIsNeverPrinted() {
    ContactEndpoint endpoint =
        new ContactEndpoint(
            new ContactEndpointId(new UUID(0, 1)),
            1,
            Channel.EMAIL,
            null,
            null,
            null,
            Map.of(),
            Map.of("password", new Secret("hunter2")));

    assertThat(endpoint.toString()).doesNotContain("hunter2");
  }

  @Test
  void aSecretIsNotBlank() {
    assertThatThrownBy(() -> new Secret(" ")).isInstanceOf(DomainException.class);
  }
}
