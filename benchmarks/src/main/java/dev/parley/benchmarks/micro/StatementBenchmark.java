package dev.parley.benchmarks.micro;

import dev.parley.application.shared.IdSource;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.shared.Decision;
import dev.parley.persistence.conversation.DecisionStatements;
import dev.parley.persistence.search.SearchDocuments;
import dev.parley.persistence.support.Sql;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Putting together what is sent to PostgreSQL; nothing is sent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StatementBenchmark {
  private final List<Message> message = Samples.messages(1);
  private final Decision<Conversation, ConversationEvent> started = Samples.started();
  private final Decision<Conversation, ConversationEvent> answered = Samples.answered();
  private final DecisionStatements statements = new DecisionStatements(counting(new AtomicLong()));

  private static IdSource counting(AtomicLong ids) {
    return () -> Samples.id(ids.incrementAndGet());
  }

  /** The words of a message of about 80, their languages, and the part that writes them. */
  @Benchmark
  public Sql searchDocument() {
    Sql sql = new Sql();
    new SearchDocuments().withMessages(message).addTo(sql, started.state().id());
    return sql;
  }

  /** A new conversation with a message, its search document included. */
  @Benchmark
  public Sql newConversation() {
    return statements.insert(started);
  }

  /** An agent's answer, its search document included. */
  @Benchmark
  public Sql answer() {
    return statements.update(answered);
  }
}
