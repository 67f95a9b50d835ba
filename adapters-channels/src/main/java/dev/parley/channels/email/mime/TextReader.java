package dev.parley.channels.email.mime;

import java.util.Set;

/** Decodes the texts of one mail within its limits. */
final class TextReader {
  private final Set<ParseWarning> warnings;
  private final AttachmentReader attachments;
  private final TextDecoder decoder;
  private int textLeft;
  private int htmlLeft;

  TextReader(MailLimits limits, Set<ParseWarning> warnings, AttachmentReader attachments) {
    this.warnings = warnings;
    this.attachments = attachments;
    this.decoder = new TextDecoder(warnings);
    this.textLeft = limits.textBytes();
    this.htmlLeft = limits.htmlBytes();
  }

  String plain(Part part) {
    Content kept = kept(part, textLeft);
    textLeft -= kept.size();
    ContentHeaders headers = part.headers();
    String text = decoder.decode(kept, headers.charset(), false);
    Uuencode.Split split = Uuencode.split(text);
    split.files().forEach(attachments::add);
    return headers.flowed() ? FlowedText.join(split.text(), headers.delSp()) : split.text();
  }

  String html(Part part) {
    Content kept = kept(part, htmlLeft);
    htmlLeft -= kept.size();
    return decoder.decode(kept, part.headers().charset(), true);
  }

  private Content kept(Part part, int left) {
    TransferDecoder.Decoded decoded = part.decoded();
    if (!decoded.clean()) {
      warnings.add(ParseWarning.BROKEN_TRANSFER_ENCODING);
    }
    if (decoded.content().size() > left) {
      warnings.add(ParseWarning.BODY_CUT);
      attachments.add(part);
    }
    return decoded.content().first(left);
  }
}
