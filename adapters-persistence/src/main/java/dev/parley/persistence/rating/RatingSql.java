package dev.parley.persistence.rating;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.rating.Question;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.Rating.Answer;
import dev.parley.domain.rating.RatingId;
import dev.parley.domain.rating.SurveyId;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** Ratings as rows. */
public final class RatingSql {
  /** Of {@code rating r}. */
  static final String COLUMNS =
      """
      r.id, r.survey_id, r.question, r.user_id, r.agent_id, r.offered_at, r.score, r.comment,
      r.rated_at
      """;

  private RatingSql() {}

  /**
   * Adds the part of a statement that stores a question.
   *
   * @param sequence its place in the conversation's log
   */
  public static void addOffered(
      Sql sql, ConversationId conversation, long sequence, Rating rating) {
    sql.add(
        """
        , offered as (
          insert into rating (org_id, id, survey_id, conversation_id, sequence, question, user_id,
              agent_id, offered_at)
          values ($1, ?::uuid, ?::uuid, ?::uuid, ?::bigint, ?::text, ?::uuid, ?::uuid,
              ?::timestamptz)
        )""",
        rating.id().value(),
        rating.survey().value(),
        conversation.value(),
        sequence,
        Code.of(rating.question()),
        rating.user().value(),
        rating.agent().value(),
        Rows.timestamp(rating.offeredAt()));
  }

  /** Adds the part of a statement that stores an answer. */
  public static void addRated(Sql sql, Rating rating) {
    Answer answer = rating.answer();
    sql.add(
        """
        , rated as (
          update rating set score = ?::smallint, comment = ?::text, rated_at = ?::timestamptz
           where org_id = $1 and id = ?::uuid
        )""",
        answer == null ? null : (short) answer.score(),
        answer == null ? null : answer.comment(),
        answer == null ? null : Rows.timestamp(answer.at()),
        rating.id().value());
  }

  static Rating toDomain(Row row) {
    return new Rating(
        new RatingId(row.getUUID("id")),
        new SurveyId(row.getUUID("survey_id")),
        Code.parse(Question.class, row.getString("question")),
        new ContactId(row.getUUID("user_id")),
        new AgentId(row.getUUID("agent_id")),
        Rows.requiredInstant(row, "offered_at"),
        answer(row));
  }

  private static @Nullable Answer answer(Row row) {
    Short score = row.getShort("score");
    return score == null
        ? null
        : new Answer(score, row.getString("comment"), Rows.requiredInstant(row, "rated_at"));
  }
}
