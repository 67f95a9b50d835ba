package dev.parley.channels.email.mime;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Collects the attachments of one mail, in order. */
final class AttachmentReader {
  private static final Set<String> ENCRYPTED =
      Set.of("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted");
  private static final Set<String> MESSAGES = Set.of("message/rfc822", "message/global");

  private final MailLimits limits;
  private final Set<ParseWarning> warnings;
  private final TypeSniffer sniffer;
  private final List<Attachment> found = new ArrayList<>();

  AttachmentReader(MailLimits limits, Set<ParseWarning> warnings, TypeSniffer sniffer) {
    this.limits = limits;
    this.warnings = warnings;
    this.sniffer = sniffer;
  }

  void add(Part part) {
    TransferDecoder.Decoded decoded = part.decoded();
    if (!decoded.clean()) {
      warnings.add(ParseWarning.BROKEN_TRANSFER_ENCODING);
    }
    note(part.headers());
    add(part.headers(), name(part.headers(), decoded.content()), decoded.content());
  }

  void add(Uuencode.Embedded file) {
    ContentHeaders none = ContentHeaders.of(new MailHeaders(List.of()), "application/octet-stream");
    add(none, FileNames.clean(file.name()), file.content());
  }

  List<Attachment> found(InlineReferences references) {
    return found.stream().map(attachment -> attachment.shownBy(references)).toList();
  }

  private void add(ContentHeaders headers, String name, Content content) {
    if (found.size() >= limits.attachments()) {
      warnings.add(ParseWarning.TOO_MANY_ATTACHMENTS);
      return;
    }
    String detected =
        MESSAGES.contains(headers.type())
            ? headers.type()
            : sniffer.sniff(content, name, headers.type());
    String fileName =
        name.isEmpty() ? "attachment-" + (found.size() + 1) + sniffer.extension(detected) : name;
    found.add(
        new Attachment(
            fileName,
            headers.type(),
            detected,
            headers.contentId(),
            headers.contentLocation(),
            false,
            content));
  }

  private void note(ContentHeaders headers) {
    switch (headers.type()) {
      case "message/partial", "message/external-body" -> warnings.add(ParseWarning.NOT_ASSEMBLED);
      case "application/ms-tnef", "application/vnd.ms-tnef" -> warnings.add(ParseWarning.TNEF);
      default -> {
        if (ENCRYPTED.contains(headers.type())) {
          warnings.add(ParseWarning.ENCRYPTED);
        } else if (headers.fileName().equalsIgnoreCase("winmail.dat")) {
          warnings.add(ParseWarning.TNEF);
        }
      }
    }
  }

  /** A nested message without a name is called by its subject. */
  private String name(ContentHeaders headers, Content content) {
    String name = FileNames.clean(headers.fileName());
    if (!name.isEmpty() || !MESSAGES.contains(headers.type())) {
      return name;
    }
    String subject =
        HeaderReader.read(
                content.array(),
                content.start(),
                content.start() + content.size(),
                limits,
                EnumSet.noneOf(ParseWarning.class))
            .headers()
            .first("Subject")
            .orElse("");
    return subject.isEmpty() ? "" : FileNames.clean(subject.replace('/', '_') + ".eml");
  }
}
