package dev.parley.application.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.agent.Credentials.Authentication;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.StoreContract;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError.AgentNotFound;
import dev.parley.domain.agent.AgentError.ApiKeyNotFound;
import dev.parley.domain.agent.AgentError.ApiKeyTaken;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Role;
import dev.parley.domain.contact.EmailAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the stores of API keys promise. */
public interface ApiKeysContract extends StoreContract {
  TokenMint MINT = new TokenMint(new SecureRandom());

  ApiKeys keys();

  Credentials credentials();

  KeysInForce keysInForce();

  AgentDirectory agents();

  @Test
  default void aTokenStandsForItsAgentWithTheAgentsPermissions() {
    Agent bo = anAgent();
    ApiToken token = keyOf(bo);

    assertThat(authenticated(token))
        .isEqualTo(
            new Authentication.Authenticated(
                new Actor(here(), bo.id(), Permission.of(Set.of(Role.AGENT)))));
  }

  @Test
  default void aWrongSecretAndAnUnknownKeyAreUnknown() {
    ApiToken token = keyOf(anAgent());

    assertThat(authenticated(new ApiToken(token.keyId(), MINT.token().secret())))
        .isEqualTo(new Authentication.Unknown());
    assertThat(authenticated(MINT.token())).isEqualTo(new Authentication.Unknown());
  }

  @Test
  default void aRevokedKeyIsRefusedWithinASecond() {
    Agent bo = anAgent();
    ApiToken token = keyOf(bo);
    authenticated(token);

    await(keys().revoke(here(), bo.id(), token.keyId(), NOW));

    Awaitility.await()
        .atMost(Duration.ofSeconds(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> authenticated(token).equals(new Authentication.Unknown()));
    assertThat(errorOf(keys().revoke(here(), bo.id(), token.keyId(), NOW)))
        .isEqualTo(new ApiKeyNotFound());
  }

  @Test
  default void whatAnAgentMayDoChangesWithinASecond() {
    anAdmin();
    Agent bo = anAdmin();
    ApiToken token = keyOf(bo);
    authenticated(token);

    await(agents().change(here(), bo.id(), agent -> withRole(agent, Role.AGENT)));

    Authentication asAgent =
        new Authentication.Authenticated(
            new Actor(here(), bo.id(), Permission.of(Set.of(Role.AGENT))));
    withinASecond(() -> authenticated(token).equals(asAgent));
  }

  @Test
  default void aTokenOfSomebodyWhoIsNoAgentAnyMoreIsRefusedWithinASecond() {
    Agent bo = anAgent();
    ApiToken token = keyOf(bo);
    authenticated(token);

    await(agents().downgrade(here(), bo.id()));

    withinASecond(() -> authenticated(token).equals(new Authentication.Unknown()));
    assertThat(errorOf(keys().add(here(), bo.id(), ApiKey.of(MINT.token()), NOW)))
        .isEqualTo(new AgentNotFound(bo.id()));
  }

  @Test
  default void whenTheFounderIsGoneTheConfiguredKeyIsTheNextAdmins() {
    Agent founder = anAdmin();
    anAgent();
    Agent second = anAdmin();
    ApiToken token = MINT.token();
    ensure(token);

    await(agents().downgrade(here(), founder.id()));

    assertThat(ensure(token)).isTrue();
    withinASecond(
        () ->
            authenticated(token) instanceof Authentication.Authenticated(Actor actor)
                && actor.agent().equals(second.id()));
  }

  private static void withinASecond(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(1))
        .pollInterval(Duration.ofMillis(20))
        .until(condition);
  }

  private Agent anAdmin() {
    return await(agents().add(here(), withRole(agent(), Role.ADMIN)));
  }

  private static Agent withRole(Agent agent, Role role) {
    return new Agent(
        agent.id(),
        agent.number(),
        agent.displayName(),
        agent.email(),
        agent.phoneNumber(),
        Set.of(role),
        agent.availability(),
        agent.disabled(),
        agent.createdAt());
  }

  @Test
  default void keysAreInForceUntilTheyAreRevokedOrTheirAgentIsDisabled() {
    Agent bo = anAgent();
    ApiToken kept = keyOf(bo);
    ApiToken revoked = keyOf(bo);
    await(keys().revoke(here(), bo.id(), revoked.keyId(), NOW));

    assertThat(
            await(keysInForce().among(Set.of(kept.keyId(), revoked.keyId(), MINT.token().keyId()))))
        .containsExactly(kept.keyId());
    assertThat(await(keysInForce().among(Set.of()))).isEmpty();
  }

  @Test
  default void aKeyIsRevokedOnlyAsItsOwnAgentsKey() {
    Agent bo = anAgent();
    Agent eva = anAgent();
    ApiToken token = keyOf(bo);

    assertThat(errorOf(keys().revoke(here(), eva.id(), token.keyId(), NOW)))
        .isEqualTo(new ApiKeyNotFound());
    assertThat(errorOf(keys().revoke(elsewhere(), bo.id(), token.keyId(), NOW)))
        .isEqualTo(new ApiKeyNotFound());
    assertThat(authenticated(token)).isInstanceOf(Authentication.Authenticated.class);
  }

  @Test
  default void nobodyElsesAgentGetsAKey() {
    Agent bo = anAgent();

    assertThat(errorOf(keys().add(elsewhere(), bo.id(), ApiKey.of(MINT.token()), NOW)))
        .isEqualTo(new AgentNotFound(bo.id()));
  }

  @Test
  default void aKeyIdIsGivenOnce() {
    Agent bo = anAgent();
    ApiToken token = keyOf(bo);

    assertThat(errorOf(keys().add(here(), bo.id(), ApiKey.of(token), NOW)))
        .isEqualTo(new ApiKeyTaken());
  }

  @Test
  default void aConfiguredKeyWorksForTheFoundingAdminWhateverWasStoredOfIt() {
    Agent founder = anAgent();
    anAgent();
    ApiToken token = MINT.token();
    ApiToken sameKeyNewSecret = new ApiToken(token.keyId(), MINT.token().secret());

    assertThat(ensure(token)).isTrue();
    assertThat(ensure(token)).isFalse();
    assertThat(ensure(sameKeyNewSecret)).isTrue();
    Awaitility.await()
        .atMost(Duration.ofSeconds(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> authenticated(token).equals(new Authentication.Unknown()));
    assertThat(authenticated(sameKeyNewSecret))
        .isInstanceOfSatisfying(
            Authentication.Authenticated.class,
            known -> assertThat(known.actor().agent()).isEqualTo(founder.id()));

    await(keys().revoke(here(), founder.id(), token.keyId(), NOW));
    assertThat(ensure(sameKeyNewSecret)).isTrue();
  }

  @Test
  default void aConfiguredKeyNeverTakesOverSomebodyElsesKey() {
    anAgent();
    ApiToken token = keyOf(anAgent());

    assertThat(errorOf(keys().ensureForFoundingAdmin(here(), ApiKey.of(token), NOW)))
        .isEqualTo(new ApiKeyTaken());
    Agent stranger = await(agents().add(elsewhere(), agent()));
    ApiToken foreign = MINT.token();
    await(keys().add(elsewhere(), stranger.id(), ApiKey.of(foreign), NOW));
    assertThat(errorOf(keys().ensureForFoundingAdmin(here(), ApiKey.of(foreign), NOW)))
        .isEqualTo(new ApiKeyTaken());
  }

  private boolean ensure(ApiToken token) {
    return await(keys().ensureForFoundingAdmin(here(), ApiKey.of(token), NOW));
  }

  private Authentication authenticated(ApiToken token) {
    return await(credentials().authenticate(token));
  }

  private ApiToken keyOf(Agent agent) {
    ApiToken token = MINT.token();
    await(keys().add(here(), agent.id(), ApiKey.of(token), NOW));
    return token;
  }

  private Agent anAgent() {
    return await(agents().add(here(), agent()));
  }

  private Agent agent() {
    AgentId id = new AgentId(newId());
    return new Agent(
        id,
        0,
        "Bo",
        new EmailAddress(id.value() + "@example.org"),
        null,
        Set.of(Role.AGENT),
        Availability.WORKING,
        false,
        NOW);
  }
}
