package dev.parley.application.organization;

import dev.parley.application.agent.ApiKey;
import dev.parley.application.agent.ApiToken;
import dev.parley.application.agent.TokenMint;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Role;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.organization.Organization;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Establishes organizations and tells about them. {@link #establish} and {@link #all} are the
 * operator's, who is no agent: whoever calls them has checked that it is the operator who asks.
 */
public final class OrganizationAdministration {
  static final String DEFAULT_QUEUE = "Default";

  private final Organizations organizations;
  private final TokenMint mint;
  private final IdSource ids;
  private final InstantSource clock;

  public OrganizationAdministration(
      Organizations organizations, TokenMint mint, IdSource ids, InstantSource clock) {
    this.organizations = organizations;
    this.mint = mint;
    this.ids = ids;
    this.clock = clock;
  }

  public Uni<Organization> get(Actor actor) {
    actor.require(Permission.CONFIGURATION_READ);
    return organizations.get(actor.organization());
  }

  /** In the order of their numbers. */
  public Uni<List<Organization>> all() {
    return organizations.all();
  }

  /** Makes an organization with an admin, the admin's token, and a default queue. */
  public Uni<Established> establish(String name, EmailAddress adminEmail, String adminName) {
    ApiToken token = mint.token();
    Organizations.Founding founding =
        founding(ids, clock.instant(), name, adminEmail, adminName, token);
    return organizations
        .found(founding)
        .map(
            id ->
                new Established(
                    new Organization(id, founding.publicId(), founding.name()),
                    founding.admin().id(),
                    token));
  }

  static Organizations.Founding founding(
      IdSource ids,
      Instant now,
      String name,
      EmailAddress adminEmail,
      String adminName,
      ApiToken token) {
    Organization checked = new Organization(Organizations.FIRST, ids.next(), name);
    Agent admin =
        new Agent(
            new AgentId(ids.next()),
            0,
            adminName,
            adminEmail,
            null,
            Set.of(Role.ADMIN),
            Availability.WORKING,
            false,
            now);
    Queue queue =
        new Queue(
            new QueueId(ids.next()),
            0,
            DEFAULT_QUEUE,
            true,
            AssignmentPolicy.MANUAL,
            0,
            null,
            null,
            now);
    return new Organizations.Founding(
        checked.publicId(), checked.name(), admin, queue, ApiKey.of(token), now);
  }

  /** A new organization; this is the only time its admin's token is shown. */
  public record Established(Organization organization, AgentId admin, ApiToken token) {}
}
