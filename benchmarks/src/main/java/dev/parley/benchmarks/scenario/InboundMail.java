package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.ceiling.Pgbench;
import dev.parley.benchmarks.ceiling.Script;
import dev.parley.benchmarks.ceiling.Statement;
import dev.parley.benchmarks.data.ConversationRef;
import dev.parley.benchmarks.data.Dataset;
import dev.parley.benchmarks.data.Tenant;
import dev.parley.benchmarks.load.Drive;
import dev.parley.benchmarks.load.HttpLoad;
import dev.parley.benchmarks.load.Request;
import dev.parley.benchmarks.load.RequestSource;
import dev.parley.channels.support.StandardSignature;
import dev.parley.domain.channel.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * W1. A mail is acknowledged once it is stored, and becomes a message soon after. The most is what
 * becomes messages, since more than that cannot be accepted for long; latencies are those of the
 * acknowledgement.
 */
final class InboundMail extends Requests {
  private static final int REPLIES_PERCENT = 70;
  private static final int PORTION = 1000;
  private static final String RECORDED = "recorded-";

  InboundMail() {
    super(
        "W1",
        "Receive a mail by webhook",
        "messages",
        "POST /channels/email/{endpoint}, signed, plain text; "
            + REPLIES_PERCENT
            + " % answer in an existing conversation, the others begin one",
        new Rate(500),
        new Rate(1000),
        new Rate(2000));
  }

  @Override
  boolean answersAhead() {
    return true;
  }

  @Override
  public RequestSource requests(World world, SplittableRandom random) {
    return mails(world.service().address(), world.data(), random);
  }

  private static RequestSource mails(URI service, Dataset data, SplittableRandom random) {
    return () -> {
      Tenant tenant = data.randomTenant(random);
      boolean isReply = random.nextInt(100) < REPLIES_PERCENT;
      String id = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
      ConversationRef conversation = data.randomConversation(tenant, random);
      return mail(service, tenant, conversation, isReply, id, data, random);
    };
  }

  private static Request mail(
      URI service,
      Tenant tenant,
      ConversationRef conversation,
      boolean isReply,
      String id,
      Dataset data,
      SplittableRandom random) {
    String mail =
        "From: Somebody <%s>\r\nTo: <%s>\r\nSubject: %s\r\nMessage-ID: <%s@example.org>\r\n%s\r\n%s\r\n"
            .formatted(
                conversation.contactEmail(),
                tenant.emailAddress(),
                data.rareWord(random),
                id,
                isReply ? "In-Reply-To: <" + conversation.lastProviderId() + ">\r\n" : "",
                data.text(random));
    byte[] body = mail.getBytes(StandardCharsets.UTF_8);
    Instant now = Instant.now();
    return Request.of(
        service,
        "POST",
        "/channels/email/" + tenant.emailEndpoint(),
        Map.of(
            "Content-Type",
            "message/rfc822",
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(now.getEpochSecond()),
            "webhook-signature",
            StandardSignature.sign(new Secret(tenant.webhookSecret()), id, now, body)),
        body);
  }

  @Override
  Seen see(Recording recording) {
    Seen reply = see(recording, "reply", REPLIES_PERCENT, true);
    Seen beginning = see(recording, "beginning", 100 - REPLIES_PERCENT, false);
    return Reading.mixed(List.of(reply, beginning));
  }

  private static Seen see(Recording recording, String name, int weight, boolean isReply) {
    SplittableRandom random = new SplittableRandom(isReply ? 1 : 2);
    Dataset data = recording.data();
    Tenant tenant = data.tenants().getFirst();
    ConversationRef conversation = Choice.recorded(data, tenant, random);
    long version = Writing.mark(recording, tenant, conversation);
    Backlog backlog = new Backlog(recording.postgres());
    Condition settled = new Condition("the mail's message", () -> !backlog.hasArrivals(0));
    Request mail =
        mail(recording.service(), tenant, conversation, isReply, RECORDED + name, data, random);
    settled.await();
    List<List<Statement>> transactions =
        recording.transactions(tenant, mail, settled).stream()
            .filter(InboundMail::isOfTheMail)
            .toList();
    String variables = Choice.organization(data.tenants()) + Choice.conversation(data.tenants());
    Map<String, String> known = known(tenant, conversation, version);
    known.put("webhook:" + RECORDED + name, "'webhook-' || :made::text");
    String script = new Script(variables, known, new Script.Read(Writing.LOAD)).of(transactions);
    return new Seen(
        List.of(new Pgbench.Part(name, script, weight)),
        transactions.stream().mapToInt(List::size).sum(),
        recording.roundTrips(mails(recording.service(), data, random)::next));
  }

  /** Others are of work that goes on meanwhile, such as handing out what waits. */
  private static boolean isOfTheMail(List<Statement> transaction) {
    return transaction.stream()
        .anyMatch(
            statement ->
                statement.text().contains("raw_inbound")
                    || statement.text().contains("inbound_event"));
  }

  private static Map<String, String> known(
      Tenant tenant, ConversationRef conversation, long version) {
    Map<String, String> known = new HashMap<>(Writing.known(tenant, conversation, version));
    known.put(
        conversation.id().toString(),
        "(select r.id from conversation r"
            + " where r.org_id = :org::bigint and r.number = :number::bigint)");
    known.put(conversation.contact().toString(), Writing.REQUESTER);
    known.put(
        conversation.lastProviderId(),
        "(select m.provider_id from message m where m.org_id = :org::bigint"
            + " and m.conversation_id = (select r.id from conversation r"
            + " where r.org_id = :org::bigint and r.number = :number::bigint) limit 1)");
    return known;
  }

  /**
   * In portions that the inbox takes without asking to come again later; ends with the last
   * message.
   */
  @Override
  Drive drive(World world, RequestSource source) {
    Backlog backlog = new Backlog(world.postgres());
    int connections = world.effort().connections();
    return time -> {
      long begun = System.nanoTime();
      long answers = 0;
      long errors = 0;
      int unexpected = 0;
      do {
        HttpLoad.Served served = world.load().some(source, connections, PORTION, time);
        answers += served.answers();
        errors += served.errors();
        unexpected = served.unexpected();
        new Condition("half of a portion", () -> !backlog.hasArrivals(PORTION / 2)).await();
      } while (System.nanoTime() - begun < time.toNanos());
      backlog.awaitNone();
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new HttpLoad.Served(answers / seconds, answers, errors, unexpected);
    };
  }
}
