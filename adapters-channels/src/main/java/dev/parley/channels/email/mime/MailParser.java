package dev.parley.channels.email.mime;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail. Total: whatever the bytes are, a result comes back, with {@link
 * ParsedMail#warnings} telling what is missing. Keeps no state and may be used by many threads.
 */
public final class MailParser {
  private final MailLimits limits;
  private final @Nullable InstantSource clock;
  private final TypeSniffer sniffer = new TypeSniffer();

  /** Without a clock: the same bytes always give the same result. */
  public MailParser(MailLimits limits) {
    this(limits, null);
  }

  /**
   * With a time limit.
   *
   * @param clock for {@link MailLimits#wallClock()}
   */
  public MailParser(MailLimits limits, @Nullable InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Reads one mail.
   *
   * @param raw as received; not changed, and not referred to by the result
   */
  public ParsedMail parse(byte[] raw) {
    Set<ParseWarning> warnings = EnumSet.noneOf(ParseWarning.class);
    TimeBudget budget = new TimeBudget(clock, limits.wallClock());
    int end = Math.min(raw.length, limits.rawBytes());
    if (end < raw.length) {
      warnings.add(ParseWarning.RAW_TOO_LONG);
    }
    HeaderReader.Block block = HeaderReader.read(raw, 0, end, limits, warnings);
    Part root =
        new PartReader(limits, warnings, budget).read(block.headers(), raw, block.bodyStart(), end);
    MailBody body =
        step(
            () -> new BodyReader(limits, warnings, sniffer).read(root), MailBody.empty(), warnings);
    DeliveryReport report =
        step(
            () -> new ReportReader(limits).read(root, block.headers(), body.text()).orElse(null),
            null,
            warnings);
    return assemble(raw, block.headers(), body, report, warnings);
  }

  private static ParsedMail assemble(
      byte[] raw,
      MailHeaders headers,
      MailBody body,
      @Nullable DeliveryReport report,
      Set<ParseWarning> warnings) {
    List<String> ids = MessageIds.inAll(headers.raw("Message-ID"));
    note(warnings, ParseWarning.NO_MESSAGE_ID, ids.isEmpty());
    note(warnings, ParseWarning.MULTIPLE_MESSAGE_IDS, ids.size() > 1);
    List<MailAddress> from = addresses(headers, "From");
    note(warnings, ParseWarning.MULTIPLE_FROM, from.size() > 1 || headers.raw("From").size() > 1);
    String subject = headers.first("Subject").orElse("");
    return new ParsedMail(
        ids.isEmpty() ? MessageIds.synthesised(raw) : ids.getFirst(),
        ids,
        MessageIds.inAll(headers.raw("In-Reply-To")),
        MessageIds.inAll(headers.raw("References")),
        headers.first("Date").flatMap(MailDate::parse).orElse(null),
        from.isEmpty() ? null : from.getFirst(),
        addresses(headers, "Reply-To"),
        addresses(headers, "To"),
        addresses(headers, "Cc"),
        deliveredTo(headers),
        subject,
        body.text(),
        body.html(),
        body.attachments(),
        body.contentIds(),
        AutomationReader.read(headers, subject),
        report,
        ListHeaders.of(headers),
        warnings,
        headers);
  }

  private static List<MailAddress> addresses(MailHeaders headers, String name) {
    return AddressParser.parseAll(headers.raw(name));
  }

  private static List<String> deliveredTo(MailHeaders headers) {
    return Stream.of("Delivered-To", "X-Original-To", "Envelope-To")
        .flatMap(name -> addresses(headers, name).stream())
        .map(MailAddress::address)
        .distinct()
        .toList();
  }

  private static void note(Set<ParseWarning> warnings, ParseWarning warning, boolean present) {
    if (present) {
      warnings.add(warning);
    }
  }

  /** The last line of defence: a defect of ours costs one aspect of the mail, never the mail. */
  private static <T extends @Nullable Object> T step(
      Supplier<T> step, T fallback, Set<ParseWarning> warnings) {
    try {
      return step.get();
    } catch (RuntimeException defect) {
      warnings.add(ParseWarning.STEP_FAILED);
      return fallback;
    }
  }
}
