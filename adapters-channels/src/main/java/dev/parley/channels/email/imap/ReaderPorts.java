package dev.parley.channels.email.imap;

import dev.parley.application.channel.AcceptedDeliveries;
import dev.parley.application.channel.InboundLoad;
import dev.parley.application.channel.Inbox;
import dev.parley.application.channel.MailboxCursors;
import dev.parley.application.shared.IdSource;
import java.time.InstantSource;

/** What reading mailboxes needs of the application. */
public record ReaderPorts(
    Inbox inbox,
    AcceptedDeliveries deliveries,
    MailboxCursors cursors,
    InboundLoad load,
    IdSource ids,
    InstantSource clock) {}
