package dev.parley.channels.email.imap;

import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** Asks nothing of the server, but hears from now on when it announces a mail. */
final class Listen extends Command<Boolean> {
  private final Runnable announced;

  Listen(Runnable announced) {
    this.announced = announced;
  }

  @Override
  Boolean run(IMAPProtocol protocol) {
    protocol.addResponseHandler(
        response -> {
          if (response instanceof IMAPResponse said && said.keyEquals("EXISTS")) {
            announced.run();
          }
        });
    return true;
  }
}
