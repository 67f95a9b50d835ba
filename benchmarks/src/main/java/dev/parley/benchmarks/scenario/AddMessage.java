package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.ceiling.Pgbench;
import dev.parley.benchmarks.ceiling.Script;
import dev.parley.benchmarks.ceiling.Statement;
import dev.parley.benchmarks.data.ConversationRef;
import dev.parley.benchmarks.data.Dataset;
import dev.parley.benchmarks.data.Tenant;
import dev.parley.benchmarks.load.Request;
import dev.parley.benchmarks.load.RequestSource;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;

/** W4. */
final class AddMessage extends Requests {
  /** Of its own: a conversation is recorded in once. */
  private static final long SEED = 4;

  AddMessage() {
    super(
        "W4",
        "Add an agent's message",
        "requests",
        "POST /v1/conversations/{id}/messages, outbound, by mail, with search index, log, feed and outbox",
        new Rate(1000),
        new Rate(1500));
  }

  @Override
  public RequestSource requests(World world, SplittableRandom random) {
    Dataset data = world.data();
    return () -> {
      Tenant tenant = data.randomTenant(random);
      return request(
          world.service().address(),
          tenant,
          data.randomConversation(tenant, random),
          data.text(random),
          random);
    };
  }

  private static Request request(
      URI service,
      Tenant tenant,
      ConversationRef conversation,
      String text,
      SplittableRandom random) {
    return Dixa.send(
        service,
        tenant,
        "POST",
        "conversations/" + conversation.number() + "/messages",
        "{\"_type\": \"Outbound\", \"agentId\": \""
            + tenant.agents().get(random.nextInt(tenant.agents().size()))
            + "\", \"content\": {\"_type\": \"Text\", \"value\": \""
            + text
            + "\"}}");
  }

  @Override
  Seen see(Recording recording) {
    SplittableRandom random = new SplittableRandom(SEED);
    Dataset data = recording.data();
    Tenant tenant = data.tenants().getFirst();
    ConversationRef conversation = Choice.recorded(data, tenant, random);
    long version = Writing.mark(recording, tenant, conversation);
    List<List<Statement>> transactions =
        recording.transactions(
            tenant,
            request(recording.service(), tenant, conversation, data.text(random), random),
            Condition.ALREADY);
    List<List<Statement>> own = transactions.subList(0, 1);
    String script =
        new Script(
                Choice.organization(data.tenants()) + Choice.conversation(data.tenants()),
                Writing.known(tenant, conversation, version),
                new Script.Read(Writing.LOAD))
            .of(own);
    return new Seen(
        List.of(new Pgbench.Part("add-message", script, 1)),
        own.getFirst().size(),
        recording.roundTrips(
            () ->
                request(
                    recording.service(),
                    tenant,
                    data.randomConversation(tenant, random),
                    data.text(random),
                    random)));
  }
}
