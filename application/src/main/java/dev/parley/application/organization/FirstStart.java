package dev.parley.application.organization;

import dev.parley.application.agent.ApiKey;
import dev.parley.application.agent.ApiKeys;
import dev.parley.application.agent.ApiToken;
import dev.parley.application.agent.TokenMint;
import dev.parley.application.shared.IdSource;
import dev.parley.domain.contact.EmailAddress;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes an empty installation usable: organization 1 with its admin and the admin's token. Run at
 * every start, on every instance; does its work once.
 */
public final class FirstStart {
  public static final String ORGANIZATION_NAME = "Default";
  public static final String ADMIN_NAME = "Admin";

  /** Nobody's mailbox, now and ever (RFC 6761 §6.4). */
  public static final EmailAddress ADMIN_EMAIL = new EmailAddress("admin@parley.invalid");

  private final Organizations organizations;
  private final ApiKeys keys;
  private final TokenMint mint;
  private final IdSource ids;
  private final InstantSource clock;

  public FirstStart(
      Organizations organizations,
      ApiKeys keys,
      TokenMint mint,
      IdSource ids,
      InstantSource clock) {
    this.organizations = organizations;
    this.keys = keys;
    this.mint = mint;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Founds organization 1 when there is none. A configured token works for its admin after every
   * start, whatever happened to it before; tokens configured earlier stay in force until revoked.
   *
   * @param configured the operator's token for the admin
   * @param safe where a generated token is kept
   * @return fails with {@code ApiKeyTaken} when the configured token's key id stands for somebody
   *     else
   */
  public Uni<Outcome> run(Optional<ApiToken> configured, TokenSafe safe) {
    return organizations
        .all()
        .chain(existing -> existing.isEmpty() ? begin(configured, safe) : continueWith(configured));
  }

  private Uni<Outcome> begin(Optional<ApiToken> configured, TokenSafe safe) {
    ApiToken token = configured.orElseGet(() -> safe.keep(mint.token()));
    return organizations
        .foundFirst(
            OrganizationAdministration.founding(
                ids, clock.instant(), ORGANIZATION_NAME, ADMIN_EMAIL, ADMIN_NAME, token))
        .chain(
            founded -> {
              if (founded.isPresent()) {
                return Uni.createFrom().item(new Founded(token, configured.isEmpty()));
              }
              if (configured.isEmpty()) {
                safe.discard();
              }
              return continueWith(configured);
            });
  }

  private Uni<Outcome> continueWith(Optional<ApiToken> configured) {
    if (configured.isEmpty()) {
      return Uni.createFrom().item(new Continued(false));
    }
    return keys.ensureForFoundingAdmin(
            Organizations.FIRST, ApiKey.of(configured.get()), clock.instant())
        .map(Continued::new);
  }

  /** What a start found and did. */
  public sealed interface Outcome {}

  /**
   * This instance founded organization 1.
   *
   * @param generated the token was not configured, so it has to be shown now
   */
  public record Founded(ApiToken token, boolean generated) implements Outcome {}

  /**
   * There was an organization.
   *
   * @param tokenAdded the configured token was new, changed or revoked and works now
   */
  public record Continued(boolean tokenAdded) implements Outcome {}

  /**
   * Keeps a generated token from before it is stored, so that no crash leaves an installation whose
   * token nobody knows.
   */
  public interface TokenSafe {
    /**
     * The token an interrupted first start has kept; otherwise {@code fresh}, kept when this
     * returns.
     */
    ApiToken keep(ApiToken fresh);

    /** Another instance was first: what was kept opens nothing. */
    void discard();
  }
}
