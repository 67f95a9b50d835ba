package dev.parley.bootstrap.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.blackbox.Dixa.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RateLimitIT {
  private static final int BURST = 4;

  @Test
  void a_token_beyond_its_rate_is_refused_and_others_are_not(@TempDir Path directory) {
    try (ParleyProcess parley =
            ParleyProcess.in(directory)
                .with("PARLEY_OPERATOR_TOKEN", Dixa.OPERATOR)
                .with("PARLEY_LIMITS_RATE", "true")
                .with("PARLEY_LIMITS_RATE_PER_DAY", Integer.toString(BURST))
                .start();
        Dixa busy = Dixa.organization(parley, "busy");
        Dixa idle = Dixa.organization(parley, "idle")) {
      List<Answer> answers =
          IntStream.range(0, BURST)
              .mapToObj(i -> busy.post("/v1/tags", Map.of("name", "tag-" + i)))
              .toList();
      assertThat(answers).extracting(Answer::status).containsOnly(200);

      Answer refused =
          busy.send("POST", "/v1/tags", Map.of("name", "one more"), "Idempotency-Key", "again");

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
      idle.get("/v1/organization").expect(200);
    }
  }
}
