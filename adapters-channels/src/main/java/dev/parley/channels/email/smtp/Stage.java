package dev.parley.channels.email.smtp;

/** How far an SMTP session has got; the same reply means different things at different stages. */
enum Stage {
  CONNECT,
  /** The server spoke, but we did not yet. */
  GREETING,
  LOGIN,
  SENDER,
  RECIPIENT,
  DATA,
  /** The final dot is out: from here on the server may have the mail. */
  END_OF_DATA
}
