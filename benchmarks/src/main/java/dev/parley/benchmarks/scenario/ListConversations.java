package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.data.Tenant;
import dev.parley.benchmarks.load.RequestSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** W2. */
final class ListConversations extends Requests {
  /**
   * pgbench knows no ids, only numbers: this look-up is its own, and not in what the service does.
   */
  private static final String CONTACT =
      "(select c.id from contact c where c.org_id = :org::bigint and c.number = :number::bigint)";

  ListConversations() {
    super(
        "W2",
        "List the conversations of a contact",
        "requests",
        "GET /v1/endusers/{id}/conversations",
        new Rate(1000));
  }

  @Override
  public RequestSource requests(World world, SplittableRandom random) {
    return () -> {
      Tenant tenant = world.data().randomTenant(random);
      return Dixa.get(
          world.service().address(),
          tenant,
          "endusers/" + world.data().randomContact(tenant, random) + "/conversations");
    };
  }

  @Override
  Seen see(Recording recording) {
    List<Tenant> tenants = recording.data().tenants();
    Tenant tenant = tenants.getFirst();
    UUID contact = recording.data().randomContact(tenant, new SplittableRandom(1));
    return Reading.see(
        recording,
        "conversations",
        1,
        tenant,
        Dixa.get(recording.service(), tenant, "endusers/" + contact + "/conversations"),
        Choice.organization(tenants) + Choice.contact(tenants),
        Map.of(contact.toString(), CONTACT));
  }
}
