package dev.parley.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.StoreContract;
import dev.parley.domain.channel.ContactEndpointId;
import org.junit.jupiter.api.Test;

/** What the stores of mailbox cursors promise. */
public interface MailboxCursorsContract extends StoreContract {
  MailboxCursors cursors();

  @Test
  default void aSavedCursorIsFoundWhereItWasSaved() {
    ContactEndpointId endpoint = new ContactEndpointId(newId());
    MailboxCursor cursor = new MailboxCursor(4_294_967_295L, 7, 4_294_967_294L, NOW);
    await(cursors().save(here(), endpoint, "INBOX", cursor).replaceWith(true));
    assertThat(await(cursors().get(here(), endpoint, "INBOX"))).contains(cursor);
    assertThat(await(cursors().get(here(), endpoint, "Other"))).isEmpty();
    assertThat(await(cursors().get(elsewhere(), endpoint, "INBOX"))).isEmpty();
  }

  @Test
  default void aCursorMovesForward() {
    assertThat(after(new MailboxCursor(1, 1, 5, null), new MailboxCursor(1, 1, 9, NOW)))
        .isEqualTo(new MailboxCursor(1, 1, 9, NOW));
  }

  @Test
  default void aCursorNeverMovesBackInItsEpoch() {
    assertThat(after(new MailboxCursor(1, 1, 9, NOW), new MailboxCursor(1, 1, 5, null)))
        .isEqualTo(new MailboxCursor(1, 1, 9, NOW));
  }

  @Test
  default void aNewEpochBeginsAnew() {
    assertThat(after(new MailboxCursor(2, 1, 9, NOW), new MailboxCursor(1, 1, 5, NOW)))
        .isEqualTo(new MailboxCursor(1, 1, 5, NOW));
  }

  private MailboxCursor after(MailboxCursor first, MailboxCursor second) {
    ContactEndpointId endpoint = new ContactEndpointId(newId());
    await(cursors().save(here(), endpoint, "INBOX", first).replaceWith(true));
    await(cursors().save(here(), endpoint, "INBOX", second).replaceWith(true));
    return await(cursors().get(here(), endpoint, "INBOX")).orElseThrow();
  }
}
