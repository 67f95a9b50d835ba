package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.ceiling.Pgbench;
import dev.parley.benchmarks.ceiling.Script;
import dev.parley.benchmarks.ceiling.Statement;
import dev.parley.benchmarks.data.ConversationRef;
import dev.parley.benchmarks.data.Tenant;
import dev.parley.benchmarks.load.Request;
import dev.parley.benchmarks.load.RequestSource;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;

/** W6. */
final class Claim extends Requests {
  private static final int CONFLICT = 409;

  /** One in so many claims comes right behind another agent's of the same conversation. */
  private static final int CONTENDED = 4;

  private static final int RECORDED = 2000;
  private static final int QUEUED_PER_SECOND = 4000;

  Claim() {
    super(
        "W6",
        "Claim from one queue, 200 agents",
        "requests",
        "PUT /v1/conversations/{id}/claim; one in "
            + CONTENDED
            + " is for what another agent claims at the same time and must be refused (409)",
        new Rate(1000));
  }

  @Override
  public RequestSource requests(World world, SplittableRandom random) {
    Tenant tenant = world.data().tenants().getFirst();
    List<ConversationRef> queued = world.data().addQueued(tenant, queued(world.effort()));
    return new RequestSource() {
      private int next;
      private int sent;

      @Override
      public Request next() {
        boolean again = ++sent % CONTENDED == 0;
        if (next >= queued.size()) {
          throw new IllegalStateException("all conversations of the queue are claimed");
        }
        ConversationRef conversation = queued.get(again ? Math.max(0, next - 1) : next++);
        return request(world.service().address(), tenant, conversation, random).orStatus(CONFLICT);
      }
    };
  }

  /** Enough for all phases at a rate that is not reached. */
  private static int queued(Effort effort) {
    long seconds =
        effort.warmUp().toSeconds()
            + effort.repeats() * (effort.closed().toSeconds() + 3 * effort.open().toSeconds());
    return (int) seconds * QUEUED_PER_SECOND;
  }

  private static Request request(
      URI service, Tenant tenant, ConversationRef conversation, SplittableRandom random) {
    return Dixa.send(
        service,
        tenant,
        "PUT",
        "conversations/" + conversation.number() + "/claim",
        "{\"agentId\": \""
            + tenant.agents().get(random.nextInt(tenant.agents().size()))
            + "\", \"force\": false}");
  }

  @Override
  Seen see(Recording recording) {
    SplittableRandom random = new SplittableRandom(1);
    Tenant tenant = recording.data().tenants().getFirst();
    List<ConversationRef> queued = recording.data().addQueued(tenant, RECORDED);
    ConversationRef conversation = queued.getFirst();
    long version = Writing.mark(recording, tenant, conversation);
    List<Statement> own =
        recording
            .transactions(
                tenant,
                request(recording.service(), tenant, conversation, random),
                Condition.ALREADY)
            .getFirst();
    String variables =
        "\\set org "
            + tenant.number()
            + "\n\\set number random("
            + queued.get(1).number()
            + ", "
            + queued.getLast().number()
            + ")\n";
    String script =
        new Script(
                variables,
                Writing.known(tenant, conversation, version),
                new Script.Read(Writing.LOAD))
            .of(List.of(own));
    int[] next = {1};
    return new Seen(
        List.of(new Pgbench.Part("claim", script, 1)),
        own.size(),
        recording.roundTrips(
            () -> request(recording.service(), tenant, queued.get(next[0]++), random)));
  }

  @Override
  List<String> checks(World world) {
    List<String> doubles =
        world
            .postgres()
            .query(
                "select count(*) from (select conversation_id from parley.activity"
                    + " where org_id = "
                    + world.data().tenants().getFirst().number()
                    + " and kind = 'claimed' and id < '01ff0000-0000-0000-0000-000000000000'"
                    + " group by conversation_id having count(*) > 1) twice");
    return List.of(doubles.getFirst() + " conversations were claimed twice");
  }
}
