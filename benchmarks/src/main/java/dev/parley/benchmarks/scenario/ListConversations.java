package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.data.ConversationRef;
import dev.parley.benchmarks.data.Tenant;
import dev.parley.benchmarks.load.RequestSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** W2. */
final class ListConversations extends Requests {
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
    ConversationRef one = recording.data().randomConversation(tenant, new SplittableRandom(1));
    return Reading.see(
        recording,
        "conversations",
        1,
        tenant,
        Dixa.get(recording.service(), tenant, "endusers/" + one.contact() + "/conversations"),
        Choice.organization(tenants) + Choice.conversation(tenants),
        Map.of(one.contact().toString(), Writing.REQUESTER));
  }
}
