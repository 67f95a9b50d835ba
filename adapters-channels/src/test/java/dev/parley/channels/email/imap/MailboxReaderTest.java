package dev.parley.channels.email.imap;

class MailboxReaderTest extends MailboxReaderContract<GreenMailbox> {
  MailboxReaderTest() {
    super(new GreenMailbox());
  }
}
