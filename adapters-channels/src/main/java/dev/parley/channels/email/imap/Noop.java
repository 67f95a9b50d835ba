package dev.parley.channels.email.imap;

import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

final class Noop extends Command<Boolean> {
  @Override
  Boolean run(IMAPProtocol protocol) throws ProtocolException {
    protocol.noop();
    return true;
  }
}
