package dev.parley.channels.email.mime;

import dev.parley.channels.email.mime.DeliveryReport.Action;
import dev.parley.channels.email.mime.DeliveryReport.Delivery;
import dev.parley.channels.email.mime.DeliveryReport.Recipient;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises reports that are written for people: qmail, Exim, Exchange and older ones. A mail
 * counts when a mail server sent it and its text says so; an absence note does not.
 */
final class ProseReports {
  /** Enough to find the addresses and the returned headers; the returned body may be long. */
  private static final int WINDOW = 64 * 1024;

  private static final Pattern TELLS_FAILURE =
      Pattern.compile(
          "this is the qmail-send program|"
              + "this message was created automatically by (?:the )?mail (?:delivery|transfer)|"
              + "could not be delivered|couldn'?t be delivered|wasn'?t delivered|"
              + "delivery (?:has |to .{1,200}? )?failed|undeliver(?:able|ed)|"
              + "delivery status notification|mail delivery (?:failed|failure)|"
              + "returned mail|failure notice|returned to sender|"
              + "konnte nicht zugestellt werden|nicht zustellbar|unzustellbar|"
              + "n'a pas pu être (?:remis|distribué)|no se (?:pudo|ha podido) entregar",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern TELLS_DELAY =
      Pattern.compile(
          "delayed|will (?:keep trying|be retried|continue to try)|no action is required|"
              + "warning: message",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RETURNED_ID =
      Pattern.compile(
          "^[> \\t]{0,8}Message-ID:[ \\t]{0,8}\\n?[> \\t]{0,8}<([^<>\\s]{1,990})>",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final Pattern ADDRESS_LINE =
      Pattern.compile(
          "^[ \\t]{0,8}<?([^<>\\s@]{1,64}@[^<>\\s@:]{1,255})>?:?[ \\t]{0,8}$", Pattern.MULTILINE);

  private ProseReports() {}

  static Optional<DeliveryReport> read(MailHeaders headers, String text, List<String> returnedIds) {
    String window = text.substring(0, Math.min(text.length(), WINDOW));
    String subject = headers.first("Subject").orElse("");
    boolean named = headers.has("X-Failed-Recipients");
    boolean fromServer =
        AutomationReader.hasEmptyReturnPath(headers) || AutomationReader.isRobot(headers);
    String told = subject + "\n" + window;
    Set<String> ids = new LinkedHashSet<>(returnedIds);
    addIds(window, ids);
    boolean failure = TELLS_FAILURE.matcher(told).find();
    boolean evidence = !ids.isEmpty() || ReportReader.statusIn(window) != null;
    if (!named && !(fromServer && failure && (evidence || qmail(window)))) {
      return Optional.empty();
    }
    return Optional.of(
        new Delivery(false, null, null, recipients(headers, window, told), List.copyOf(ids)));
  }

  private static boolean qmail(String text) {
    return text.contains("qmail-send program");
  }

  private static void addIds(String text, Set<String> ids) {
    Matcher id = RETURNED_ID.matcher(text);
    while (id.find()) {
      ids.add(id.group(1));
    }
  }

  private static List<Recipient> recipients(MailHeaders headers, String text, String told) {
    @Nullable String status = ReportReader.statusIn(text);
    boolean soft = status != null ? status.startsWith("4") : isDelay(told);
    Set<String> addresses = new LinkedHashSet<>();
    headers.all("X-Failed-Recipients").forEach(body -> addAll(addresses, body));
    if (addresses.isEmpty()) {
      Matcher line = ADDRESS_LINE.matcher(text);
      while (line.find() && addresses.size() < 100) {
        addresses.add(line.group(1));
      }
    }
    List<Recipient> recipients = new ArrayList<>();
    for (String address : addresses) {
      recipients.add(
          new Recipient(address, null, soft ? Action.DELAYED : Action.FAILED, status, null, null));
    }
    return recipients;
  }

  private static boolean isDelay(String told) {
    return TELLS_DELAY.matcher(told).find() && !told.contains("permanent");
  }

  private static void addAll(Set<String> addresses, String body) {
    AddressParser.parse(body).forEach(address -> addresses.add(address.address()));
  }
}
