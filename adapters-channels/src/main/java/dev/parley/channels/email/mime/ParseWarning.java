package dev.parley.channels.email.mime;

/** Something about a mail that a reader of the result should know. */
public enum ParseWarning {
  /** The mail is longer than {@link MailLimits#rawBytes()}; its end was not read. */
  RAW_TOO_LONG(true),
  /** Header fields beyond {@link MailLimits#headers()} or {@link MailLimits#headerBytes()}. */
  HEADERS_DROPPED(true),
  /** A multipart beyond {@link MailLimits#depth()} was kept as one attachment. */
  TOO_DEEP(true),
  /** Parts beyond {@link MailLimits#parts()} were not read. */
  TOO_MANY_PARTS(true),
  /** Attachments beyond {@link MailLimits#attachments()} were not kept. */
  TOO_MANY_ATTACHMENTS(true),
  /** A text was cut; the whole of it is an attachment. */
  BODY_CUT(true),
  /** Reading took longer than {@link MailLimits#wallClock()} and was stopped. */
  OUT_OF_TIME(true),
  /** The structure could not be followed to its end. */
  BROKEN_STRUCTURE(true),
  /** A defect of ours: some step failed in a way it never should. */
  STEP_FAILED(true),

  /** A multipart names no usable boundary or none of its boundaries occurs: read as text. */
  NO_BOUNDARY(false),
  /** Bytes did not fit the transfer encoding the part declares. */
  BROKEN_TRANSFER_ENCODING(false),
  /** The declared character set is unknown or does not fit the bytes; another one was used. */
  CHARSET_REPLACED(false),
  /** More than one sender: several From fields, or several addresses in one. Often forged. */
  MULTIPLE_FROM(false),
  /** More than one Message-ID field. */
  MULTIPLE_MESSAGE_IDS(false),
  /** No Message-ID: the one given is made from the content. */
  NO_MESSAGE_ID(false),
  /** The text is encrypted (RFC 1847, S/MIME) and only attached. */
  ENCRYPTED(false),
  /** An Outlook container ({@code winmail.dat}) is attached unopened. */
  TNEF(false),
  /** A fragment or a reference ({@code message/partial}, {@code message/external-body}). */
  NOT_ASSEMBLED(false);

  private final boolean degrades;

  ParseWarning(boolean degrades) {
    this.degrades = degrades;
  }

  /** Whether something the sender wrote is missing from the result. */
  public boolean degrades() {
    return degrades;
  }
}
