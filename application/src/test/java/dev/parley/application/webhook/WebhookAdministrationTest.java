package dev.parley.application.webhook;

import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.conversation.HandlerTest;
import dev.parley.application.shared.Patch;
import dev.parley.application.webhook.WebhookAdministration.Change;
import dev.parley.application.webhook.WebhookAdministration.Wanted;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.event.EventType;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.webhook.Credentials;
import dev.parley.domain.webhook.EventFilter;
import dev.parley.domain.webhook.Headers;
import dev.parley.domain.webhook.SigningKey;
import dev.parley.domain.webhook.Webhook;
import dev.parley.domain.webhook.WebhookError;
import dev.parley.domain.webhook.WebhookId;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAdministrationTest extends HandlerTest {
  private static final Headers NO_HEADERS = new Headers(Map.of());

  private final WebhookAdministration administration =
      new WebhookAdministration(
          stores.webhooks,
          stores.webhooks,
          stores.unitOfWork,
          url -> {
            if (!url.startsWith("https:")) {
              throw SharedError.invalid("url", "must be https");
            }
          },
          new Random(7),
          ids,
          clock,
          wakeups);

  @Test
  void aSubscriptionHasAKeyOfItsOwn() {
    Webhook one = create();
    Webhook other = create();

    assertThat(one.key().present().value()).matches("[0-9a-f]{64}");
    assertThat(one.key()).isNotEqualTo(other.key());
    assertThat(one.createdBy()).isEqualTo(scene().alice);
    assertThat(one.createdAt()).isEqualTo(NOON);
    assertThat(await(administration.list(scene().admin()))).containsExactly(one, other);
  }

  @Test
  void onlyWhatIsNamedChanges() {
    Webhook before = create();
    clock.pass(Duration.ofSeconds(1));

    Webhook after =
        await(
            administration.change(
                scene().admin(), before.id(), change(Patch.toValue("Other"), Patch.keep())));

    assertThat(after.name()).isEqualTo("Other");
    assertThat(after.url()).isEqualTo(before.url());
    assertThat(after.key()).isEqualTo(before.key());
    assertThat(after.updatedAt()).isEqualTo(NOON.plusSeconds(1));
    assertThat(await(administration.get(scene().admin(), before.id()))).isEqualTo(after);
  }

  @Test
  void whatASubscriptionNeedsCannotBeRemoved() {
    Webhook webhook = create();

    assertThat(
            errorOf(
                administration.change(
                    scene().admin(), webhook.id(), change(Patch.toValue(null), Patch.keep()))))
        .isEqualTo(new SharedError.InvalidField("name", "cannot be removed"));
    assertThat(
            errorOf(
                administration.change(
                    scene().admin(), webhook.id(), change(Patch.keep(), Patch.toValue("ftp:x")))))
        .isEqualTo(new SharedError.InvalidField("url", "must be https"));
  }

  @Test
  void theFormerKeySignsForADay() {
    Webhook before = create();

    Webhook after = await(administration.rotateKey(scene().admin(), before.id()));

    Secret former = before.key().present();
    assertThat(after.key().present()).isNotEqualTo(former);
    assertThat(after.key().inForce(NOON)).containsExactly(after.key().present(), former);
    assertThat(after.key().inForce(NOON.plus(SigningKey.OVERLAP)))
        .containsExactly(after.key().present());
  }

  @Test
  void whatIsUnknownIsNotFound() {
    WebhookId unknown = new WebhookId(new UUID(1, 2));

    assertThat(errorOf(administration.get(scene().admin(), unknown)))
        .isEqualTo(new WebhookError.WebhookNotFound());
    assertThat(errorOf(administration.delete(scene().admin(), unknown)))
        .isEqualTo(new WebhookError.WebhookNotFound());
    assertThat(errorOf(administration.statuses(scene().admin(), unknown)))
        .isEqualTo(new WebhookError.WebhookNotFound());
    assertThat(errorOf(administration.replay(scene().admin(), create().id(), new UUID(1, 2))))
        .isEqualTo(new WebhookError.WebhookDeliveryNotFound());
  }

  @Test
  void onlyWhoMayChangeTheConfigurationSeesSubscriptions() {
    Webhook webhook = create();

    assertThatThrownBy(() -> administration.list(alice())).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> administration.get(alice(), webhook.id()))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(
            () -> administration.tries(alice(), webhook.id(), EventType.CONVERSATION_CLOSED, 1))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> administration.replay(alice(), webhook.id(), new UUID(1, 2)))
        .isInstanceOf(DomainException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "content-length",
        "Transfer-Encoding",
        "Connection",
        "authorization",
        "X-Dixa-Signature",
        "webhook-id",
        "Webhook-Signature",
        "Proxy-Authorization",
        "X-Forwarded-For",
        "not a name",
        ""
      })
  void someHeadersCannotBeSet(String name) {
    assertThatThrownBy(() -> new Headers(Map.of(name, "x"))).isInstanceOf(DomainException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX: y", "\u0000", "ä"})
  void someValuesCannotBeSent(String value) {
    assertThatThrownBy(() -> new Headers(Map.of("X-A", value))).isInstanceOf(DomainException.class);
  }

  private Webhook create() {
    return await(
        administration.create(
            scene().admin(),
            new Wanted(
                "CRM",
                "https://crm.example.com",
                Set.of(EventType.CONVERSATION_CREATED),
                EventFilter.NONE,
                new Credentials.None(),
                NO_HEADERS,
                true)));
  }

  private static Change change(Patch<String> name, Patch<String> url) {
    return new Change(
        name, url, Patch.keep(), Patch.keep(), Patch.keep(), Patch.keep(), Patch.keep());
  }
}
