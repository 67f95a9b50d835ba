package dev.parley.benchmarks.micro;

import dev.parley.application.attachment.FileLinks;
import dev.parley.application.conversation.ConversationView;
import dev.parley.application.conversation.Correspondence;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.rest.dixa.conversation.DixaAnswers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From what a use case answers to the bytes of a body of the Dixa API. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonBenchmark {
  private final DixaAnswers answers = new DixaAnswers(new OrganizationId(1), new NoFiles());
  private final Correspondence messages = new Correspondence(Channel.EMAIL, Samples.messages(20));
  private final ConversationView conversation =
      new ConversationView(1, Samples.answered().state(), "support@example.org", null, List.of());

  @Benchmark
  public byte[] messages20() {
    return answers.messages(messages);
  }

  @Benchmark
  public byte[] conversation() {
    return answers.conversation(conversation);
  }

  /** The messages have none. */
  private static final class NoFiles implements FileLinks {
    @Override
    public String to(OrganizationId organization, String blob, String fileName, String mediaType) {
      throw new IllegalStateException(blob);
    }

    @Override
    public Optional<Target> resolve(String token) {
      return Optional.empty();
    }
  }
}
