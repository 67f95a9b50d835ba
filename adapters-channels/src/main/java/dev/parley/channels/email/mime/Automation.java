package dev.parley.channels.email.mime;

import java.util.List;
import java.util.Set;

/**
 * Signs that a mail was written by a program (RFC 3834 and practice).
 *
 * @param loopMarks values of the {@value #LOOP_HEADER} fields: the installations it passed through
 * @param hops number of Received fields
 */
public record Automation(Set<Sign> signs, List<String> loopMarks, int hops) {
  /** The field our own mails carry, with the id of the installation as its value. */
  public static final String LOOP_HEADER = "X-Parley-Loop";

  /** More Received fields than this mean that a mail is going round in circles. */
  public static final int MOST_HOPS = 30;

  /** One reason to think so. */
  public enum Sign {
    AUTO_SUBMITTED(true),
    EMPTY_RETURN_PATH(true),
    REPORT(true),
    PRECEDENCE(true),
    RESPONSE_SUPPRESSED(true),
    AUTORESPONDER(true),
    MAILING_LIST(true),
    FEEDBACK_ID(true),
    LOOP_MARK(true),
    TOO_MANY_HOPS(true),
    CRON(true),
    ROBOT_SENDER(true),
    /** Also on mail that people send through sales programs. */
    UNSUBSCRIBABLE(false),
    /** Anybody may write "out of office" into a subject. */
    ABSENCE_SUBJECT(false);

    private final boolean decisive;

    Sign(boolean decisive) {
      this.decisive = decisive;
    }
  }

  public Automation {
    signs = Set.copyOf(signs);
    loopMarks = List.copyOf(loopMarks);
  }

  /** Whether a program wrote it: store it, but let it neither notify nor reopen by default. */
  public boolean isAutomatic() {
    return signs.stream().anyMatch(sign -> sign.decisive);
  }

  /** Whether no automatic mail may answer it; weaker signs suffice for this. */
  public boolean forbidsAutomaticAnswer() {
    return !signs.isEmpty();
  }

  /** Whether it came from this installation, or hops without end: store it and stop. */
  public boolean isLoop(String installation) {
    return hops > MOST_HOPS || loopMarks.stream().anyMatch(installation::equalsIgnoreCase);
  }
}
