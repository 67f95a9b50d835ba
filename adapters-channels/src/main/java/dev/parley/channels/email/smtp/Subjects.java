package dev.parley.channels.email.smtp;

import dev.parley.channels.email.HeaderText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Subjects of answers. Some programs thread only mails whose subjects agree but for one prefix. */
final class Subjects {
  /** As mail programs of several languages write it, possibly counted: {@code Re[2]:}. */
  private static final Pattern ANSWERS =
      Pattern.compile(
          "^(?:(?:re|aw|sv|antw|odp)(?:\\[\\d{1,3}])?\\s{0,3}:\\s*)+", Pattern.CASE_INSENSITIVE);

  private Subjects() {}

  static String of(@Nullable String subject, boolean isAnswer) {
    String clean = subject == null ? "" : HeaderText.clean(subject);
    return isAnswer ? ("Re: " + ANSWERS.matcher(clean).replaceFirst("")).strip() : clean;
  }
}
