package dev.parley.benchmarks.data;

import java.sql.SQLException;

final class ConversationTable extends Table.OfStories {
  private final Texts texts;

  ConversationTable(Texts texts) {
    this.texts = texts;
  }

  @Override
  public String name() {
    return "conversation";
  }

  @Override
  public String columns() {
    return "org_id, id, number, requester_id, channel, direction, endpoint_id, contact_address,"
        + " subject, state, state_updated_at, assignment, agent_id, assignment_at, queue_id,"
        + " queued_at, created_at, version, last_message_at, last_activity_at";
  }

  @Override
  void write(Story story, Copy rows) throws SQLException {
    Tenant tenant = story.tenant();
    rows.number(tenant.number())
        .id(story.id())
        .number(story.number())
        .id(story.requester().id())
        .plain("email")
        .plain("inbound")
        .id(tenant.emailEndpoint())
        .text(story.requester().email())
        .plain(texts.written(texts.subject(story.subjectSeed())));
    writeState(story, rows);
    rows.id(tenant.defaultQueue())
        .time(story.start())
        .time(story.start())
        .number(story.entries().size())
        .time(story.lastMessageAt())
        .time(story.lastActivityAt())
        .end();
  }

  private static void writeState(Story story, Copy rows) {
    boolean queued = story.ending() == Story.Ending.QUEUED;
    boolean closed = story.ending() == Story.Ending.CLOSED;
    rows.plain(closed ? "closed" : "open")
        .time(closed ? story.closedAt() : story.start())
        .plain(queued ? "queued" : "assigned")
        .id(queued ? null : story.agent())
        .time(queued ? story.start() : story.claimedAt());
  }
}
