package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.data.Dataset;
import dev.parley.benchmarks.data.Tenant;
import dev.parley.benchmarks.load.RequestSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** W3. */
final class GetConversation extends Requests {
  GetConversation() {
    super(
        "W3",
        "Get a conversation, list its 20 messages",
        "requests",
        "GET /v1/conversations/{id} and GET /v1/conversations/{id}/messages in turn",
        new Rate(1000));
  }

  @Override
  public RequestSource requests(World world, SplittableRandom random) {
    Dataset data = world.data();
    return new RequestSource() {
      private boolean messages;

      @Override
      public dev.parley.benchmarks.load.Request next() {
        Tenant tenant = data.randomTenant(random);
        long number = data.randomConversation(tenant, random).number();
        messages = !messages;
        return Dixa.get(
            world.service().address(),
            tenant,
            "conversations/" + number + (messages ? "/messages" : ""));
      }
    };
  }

  @Override
  Seen see(Recording recording) {
    return Reading.mixed(
        List.of(see(recording, "conversation", ""), see(recording, "messages", "/messages")));
  }

  private static Seen see(Recording recording, String name, String path) {
    List<Tenant> tenants = recording.data().tenants();
    Tenant tenant = tenants.getFirst();
    long number = Choice.recorded(recording.data(), tenant, new SplittableRandom(1)).number();
    return Reading.see(
        recording,
        name,
        1,
        tenant,
        Dixa.get(recording.service(), tenant, "conversations/" + number + path),
        Choice.organization(tenants) + Choice.conversation(tenants),
        Map.of(Long.toString(number), ":number"));
  }
}
