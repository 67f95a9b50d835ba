package dev.parley.channels.email.mime;

import dev.parley.channels.email.mime.DeliveryReport.Complaint;
import dev.parley.channels.email.mime.DeliveryReport.Delivery;
import dev.parley.channels.email.mime.DeliveryReport.Disposition;
import dev.parley.channels.email.mime.DeliveryReport.Recipient;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises the reports of {@link DeliveryReport} by the machine-readable parts they carry. */
final class ReportReader {
  private static final Set<String> RETURNED =
      Set.of(
          "message/rfc822",
          "message/global",
          "message/rfc822-headers",
          "message/global-headers",
          "text/rfc822-headers");
  private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  private final MailLimits limits;

  ReportReader(MailLimits limits) {
    this.limits = limits;
  }

  /**
   * @param text the mail's own text, for reports written as prose
   */
  Optional<DeliveryReport> read(Part root, MailHeaders headers, String text) {
    List<Part> leaves = new ArrayList<>();
    collectLeaves(root, leaves);
    List<String> returnedIds = returnedIds(leaves);
    for (Part leaf : leaves) {
      switch (leaf.type()) {
        case "message/delivery-status", "message/global-delivery-status" -> {
          return Optional.of(delivery(leaf, returnedIds));
        }
        case "message/disposition-notification", "message/global-disposition-notification" -> {
          return Optional.of(disposition(leaf, returnedIds));
        }
        case "message/feedback-report" -> {
          return Optional.of(complaint(leaf, returnedIds));
        }
        default -> {}
      }
    }
    return ProseReports.read(headers, text, returnedIds);
  }

  private static void collectLeaves(Part part, List<Part> leaves) {
    if (part.children().isEmpty()) {
      leaves.add(part);
    }
    part.children().forEach(child -> collectLeaves(child, leaves));
  }

  private List<String> returnedIds(List<Part> leaves) {
    Set<String> ids = new LinkedHashSet<>();
    leaves.stream()
        .filter(leaf -> RETURNED.contains(leaf.type()))
        .map(leaf -> blocks(leaf).getFirst())
        .forEach(block -> ids.addAll(MessageIds.inAll(block.raw("Message-ID"))));
    return List.copyOf(ids);
  }

  /** Header blocks separated by empty lines; never none. */
  private List<MailHeaders> blocks(Part leaf) {
    Content content = leaf.decoded().content();
    int end = content.start() + content.size();
    List<MailHeaders> blocks = new ArrayList<>();
    int at = content.start();
    do {
      HeaderReader.Block block =
          HeaderReader.read(content.array(), at, end, limits, EnumSet.noneOf(ParseWarning.class));
      if (!block.headers().fields().isEmpty() || blocks.isEmpty()) {
        blocks.add(block.headers());
      }
      if (block.bodyStart() == at) {
        break;
      }
      at = block.bodyStart();
    } while (at < end && blocks.size() < limits.parts());
    return blocks;
  }

  private Delivery delivery(Part leaf, List<String> returnedIds) {
    List<MailHeaders> blocks = blocks(leaf);
    MailHeaders message = blocks.getFirst();
    List<Recipient> recipients =
        blocks.stream().filter(ReportReader::isRecipient).map(ReportReader::recipient).toList();
    return new Delivery(
        true,
        typed(message, "Reporting-MTA"),
        message.first("Original-Envelope-Id").orElse(null),
        recipients,
        returnedIds);
  }

  private static boolean isRecipient(MailHeaders block) {
    return block.has("Final-Recipient") || block.has("Original-Recipient") || block.has("Action");
  }

  private static Recipient recipient(MailHeaders block) {
    String diagnostic = typed(block, "Diagnostic-Code");
    return new Recipient(
        typed(block, "Final-Recipient"),
        typed(block, "Original-Recipient"),
        action(block.first("Action").orElse("")),
        status(block, diagnostic),
        diagnostic,
        typed(block, "Remote-MTA"));
  }

  private static @Nullable String status(MailHeaders block, @Nullable String diagnostic) {
    Matcher status = STATUS.matcher(block.first("Status").orElse(""));
    if (status.find()) {
      return status.group(1);
    }
    return diagnostic == null ? null : statusIn(diagnostic);
  }

  static @Nullable String statusIn(String text) {
    Matcher status = STATUS.matcher(text);
    return status.find() ? status.group(1) : null;
  }

  private static DeliveryReport.Action action(String written) {
    return switch (written.toLowerCase(Locale.ROOT).split("[\\s(;]", 2)[0]) {
      case "failed" -> DeliveryReport.Action.FAILED;
      case "delayed" -> DeliveryReport.Action.DELAYED;
      case "delivered" -> DeliveryReport.Action.DELIVERED;
      case "relayed" -> DeliveryReport.Action.RELAYED;
      case "expanded" -> DeliveryReport.Action.EXPANDED;
      default -> DeliveryReport.Action.UNKNOWN;
    };
  }

  /** {@code rfc822; x@y} without its type; null when absent or empty. */
  private static @Nullable String typed(MailHeaders block, String name) {
    String body = block.first(name).orElse("");
    String value = body.substring(body.indexOf(';') + 1).strip().replaceAll("^<|>$", "");
    return value.isEmpty() ? null : value;
  }

  private Disposition disposition(Part leaf, List<String> returnedIds) {
    MailHeaders block = blocks(leaf).getFirst();
    String disposition = block.first("Disposition").orElse("");
    String type = disposition.substring(disposition.lastIndexOf(';') + 1).strip();
    return new Disposition(
        typed(block, "Final-Recipient"),
        type.split("[/\\s]", 2)[0].toLowerCase(Locale.ROOT),
        joined(MessageIds.inAll(block.raw("Original-Message-ID")), returnedIds));
  }

  private Complaint complaint(Part leaf, List<String> returnedIds) {
    MailHeaders block = blocks(leaf).getFirst();
    return new Complaint(
        block.first("Feedback-Type").orElse("").toLowerCase(Locale.ROOT),
        typed(block, "Original-Rcpt-To"),
        returnedIds);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    Set<String> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
