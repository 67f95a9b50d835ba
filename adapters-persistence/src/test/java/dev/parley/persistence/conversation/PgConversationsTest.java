package dev.parley.persistence.conversation;

import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.ConversationsContract;
import dev.parley.domain.conversation.Source;
import dev.parley.persistence.support.PgConversationStores;
import org.junit.jupiter.api.Test;

class PgConversationsTest extends PgConversationStores implements ConversationsContract {
  @Test
  void whatHappenedElsewhereIsToldFromWhatHappenedHere() {
    long number = create(imported(new Source("MyChat", null), 1));
    decide(number, c -> c.close(scene().byAlice, NOON));

    assertThat(
            store.askSuperuser(
                "select coalesce(origin, 'here') from activity where org_id = "
                    + here().number()
                    + " order by sequence"))
        .containsExactly("import", "import", "here");
  }
}
