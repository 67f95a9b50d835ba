package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.ceiling.Pgbench;
import dev.parley.benchmarks.ceiling.Script;
import dev.parley.benchmarks.ceiling.Statement;
import dev.parley.benchmarks.data.Dataset;
import dev.parley.benchmarks.data.Tenant;
import dev.parley.benchmarks.load.Request;
import dev.parley.benchmarks.load.RequestSource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** W9. */
final class Import extends Requests {
  private static final int MESSAGES = 20;
  private static final long SEED = 9;

  Import() {
    super(
        "W9",
        "Import",
        "conversations",
        "POST /v1/conversations/import with " + MESSAGES + " messages each");
  }

  @Override
  public RequestSource requests(World world, SplittableRandom random) {
    Dataset data = world.data();
    return () -> {
      Tenant tenant = data.randomTenant(random);
      return request(
          world.service().address(), tenant, data.randomContact(tenant, random), data, random);
    };
  }

  private static Request request(
      URI service, Tenant tenant, UUID contact, Dataset data, SplittableRandom random) {
    StringBuilder messages = new StringBuilder();
    for (int i = 0; i < MESSAGES; i++) {
      String kind =
          i % 2 == 0
              ? "InboundImport"
              : "OutboundImport\", \"agentId\": \""
                  + tenant.agents().get(random.nextInt(tenant.agents().size()));
      messages
          .append(i == 0 ? "" : ", ")
          .append("{\"_type\": \"")
          .append(kind)
          .append("\", \"content\": {\"_type\": \"Text\", \"value\": \"")
          .append(data.text(random))
          .append("\"}, \"createdAt\": \"2026-01-05T09:%02d:00Z\"}".formatted(i));
    }
    return Dixa.send(
        service,
        tenant,
        "POST",
        "conversations/import",
        "{\"_type\": \"GenericConversationImport\", \"genericChannelName\": \"history\","
            + " \"requesterId\": \""
            + contact
            + "\", \"direction\": \"Inbound\", \"createdAt\": \"2026-01-05T08:59:00Z\","
            + " \"messages\": ["
            + messages
            + "], \"closing\": {\"closedAt\": \"2026-01-05T10:00:00Z\", \"closedBy\": \""
            + tenant.agents().getFirst()
            + "\"}}");
  }

  @Override
  Seen see(Recording recording) {
    SplittableRandom random = new SplittableRandom(SEED);
    Dataset data = recording.data();
    Tenant tenant = data.tenants().getFirst();
    UUID contact = data.randomContact(tenant, random);
    List<Statement> own =
        recording
            .transactions(
                tenant,
                request(recording.service(), tenant, contact, data, random),
                Condition.ALREADY)
            .getFirst();
    String script =
        new Script(
                Choice.organization(data.tenants()) + Choice.conversation(data.tenants()),
                Map.of(contact.toString(), Writing.REQUESTER),
                null)
            .of(List.of(own));
    return new Seen(
        List.of(new Pgbench.Part("import", script, 1)),
        own.size(),
        recording.roundTrips(
            () ->
                request(
                    recording.service(),
                    tenant,
                    data.randomContact(tenant, random),
                    data,
                    random)));
  }
}
