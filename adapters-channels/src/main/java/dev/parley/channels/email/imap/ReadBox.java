package dev.parley.channels.email.imap;

import dev.parley.channels.email.EmailAccount;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;

/** A mailbox that is read, and whose it is. */
record ReadBox(OrganizationId organization, EmailAccount account, EmailAccount.Mailbox mailbox) {
  ContactEndpointId endpoint() {
    return account.id();
  }

  String folder() {
    return mailbox.folder();
  }

  /** Whether nothing changed that reading depends on. */
  boolean isReadLike(ReadBox other) {
    return organization.equals(other.organization)
        && mailbox.equals(other.mailbox)
        && account.address().equals(other.account.address());
  }

  /** One mail of one epoch of the folder. */
  String deliveryKey(long uidValidity, long uid) {
    return "imap:" + folder() + ":" + uidValidity + ":" + uid;
  }

  @Override
  public String toString() {
    return "ReadBox[" + endpoint().value() + "]";
  }
}
