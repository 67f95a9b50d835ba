package dev.parley.application.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.agent.ApiToken;
import dev.parley.application.agent.Credentials.Authentication;
import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.agent.InMemoryApiKeys;
import dev.parley.application.agent.TokenMint;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.organization.FirstStart.Continued;
import dev.parley.application.organization.FirstStart.Founded;
import dev.parley.application.organization.FirstStart.Outcome;
import dev.parley.application.queue.InMemoryQueues;
import dev.parley.application.queue.QueueDetails;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.Permission;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FirstStartTest {
  private final InMemoryNumbers numbers = new InMemoryNumbers();
  private final InMemoryAgents agents = new InMemoryAgents(numbers, new InMemoryContacts(numbers));
  private final InMemoryApiKeys keys = new InMemoryApiKeys(agents);
  private final InMemoryQueues queues = new InMemoryQueues(numbers, agents);
  private final InMemoryOrganizations organizations =
      new InMemoryOrganizations(agents, keys, queues);
  private final TokenMint mint = new TokenMint(new SecureRandom());
  private final KeptToken safe = new KeptToken();
  private final FirstStart firstStart =
      new FirstStart(
          organizations,
          keys,
          mint,
          UUID::randomUUID,
          InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z")));

  @Test
  void anEmptyInstallationGetsAnOrganizationWithAdminQueueAndKeptToken() {
    Outcome outcome = run(Optional.empty());

    assertThat(outcome).isEqualTo(new Founded(safe.token(), true));
    assertThat(organizations.all().await().indefinitely())
        .extracting(organization -> organization.name())
        .containsExactly("Default");
    assertThat(queues.list(Organizations.FIRST).await().indefinitely())
        .extracting(QueueDetails::queue)
        .allMatch(queue -> queue.isDefault() && queue.number() == 1);
    assertThat(authenticate(safe.token()))
        .isInstanceOfSatisfying(
            Authentication.Authenticated.class,
            known ->
                assertThat(known.actor().permissions()).isEqualTo(Set.of(Permission.values())));
  }

  @Test
  void aConfiguredTokenIsTheAdminsAndNothingIsKept() {
    ApiToken configured = mint.token();

    assertThat(run(Optional.of(configured))).isEqualTo(new Founded(configured, false));
    assertThat(safe.kept).isNull();
    assertThat(authenticate(configured)).isInstanceOf(Authentication.Authenticated.class);
  }

  @Test
  void anInterruptedFirstStartGoesOnWithTheTokenItKept() {
    ApiToken kept = mint.token();
    safe.kept = kept;

    assertThat(run(Optional.empty())).isEqualTo(new Founded(kept, true));
  }

  @Test
  void aLaterStartChangesNothing() {
    run(Optional.empty());

    assertThat(run(Optional.empty())).isEqualTo(new Continued(false));
    assertThat(organizations.all().await().indefinitely()).hasSize(1);
  }

  @Test
  void aTokenConfiguredLaterWorksBesideTheFirst() {
    run(Optional.empty());
    ApiToken configured = mint.token();

    assertThat(run(Optional.of(configured))).isEqualTo(new Continued(true));
    assertThat(run(Optional.of(configured))).isEqualTo(new Continued(false));
    assertThat(List.of(authenticate(configured), authenticate(safe.token())))
        .hasOnlyElementsOfType(Authentication.Authenticated.class);
  }

  private Outcome run(Optional<ApiToken> configured) {
    return firstStart.run(configured, safe).await().indefinitely();
  }

  private Authentication authenticate(ApiToken token) {
    return keys.authenticate(token).await().indefinitely();
  }

  private static final class KeptToken implements FirstStart.TokenSafe {
    @Nullable ApiToken kept;

    ApiToken token() {
      return java.util.Objects.requireNonNull(kept);
    }

    @Override
    public ApiToken keep(ApiToken fresh) {
      if (kept == null) {
        kept = fresh;
      }
      return token();
    }

    @Override
    public void discard() {
      kept = null;
    }
  }
}
