package dev.parley.bootstrap.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bootstrap.blackbox.Dixa.Agent;
import dev.parley.bootstrap.blackbox.Dixa.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ClaimIT {
  private static final int AGENTS = 100;

  @Test
  void of_a_hundred_agents_who_claim_at_once_without_force_one_wins(@TempDir Path directory)
      throws Exception {
    try (ParleyProcess parley =
            ParleyProcess.in(directory).with("PARLEY_OPERATOR_TOKEN", Dixa.OPERATOR).start();
        Dixa admin = Dixa.organization(parley, "shop")) {
      World world = World.in(admin, "shop", 0);
      String conversation = "/v1/conversations/" + world.id("conversation");
      List<Agent> agents =
          AtOnce.call(IntStream.range(0, AGENTS).boxed().toList(), i -> admin.agent("agent-" + i));

      List<Answer> answers = AtOnce.call(agents, agent -> claim(admin, conversation, agent));

      List<Answer> won = answers.stream().filter(answer -> answer.status() == 204).toList();
      assertThat(won).hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> answer.status() != 204)
          .hasSize(AGENTS - 1)
          .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(409))
          .allSatisfy(answer -> assertThat(answer.isError()).as(answer.body()).isTrue());
      Agent winner = agents.get(answers.indexOf(won.getFirst()));
      assertThat(admin.get(conversation).expect(200).text("/assignment/agentId"))
          .isEqualTo(winner.id());
      assertThat(claims(admin, conversation)).containsExactly(winner.id());
    }
  }

  private static Answer claim(Dixa admin, String conversation, Agent agent) {
    return admin
        .as(agent.token())
        .put(conversation + "/claim", Map.of("agentId", agent.id(), "force", false));
  }

  /** Who claimed, after the activity log. */
  private static Stream<String> claims(Dixa admin, String conversation) {
    return admin
        .get(conversation + "/activitylog")
        .expect(200)
        .data()
        .valueStream()
        .filter(entry -> "ConversationClaimed".equals(entry.path("_type").asText()))
        .map(entry -> entry.at("/author/id"))
        .map(JsonNode::asText);
  }
}
