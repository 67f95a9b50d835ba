package dev.parley.channels.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/**
 * Collects the Content-… fields of one part and decides whether the token stream may divide it:
 * only a multipart with a usable boundary, within the depth limit.
 */
final class PartDescriptorBuilder implements BodyDescriptorBuilder {
  private static final String TEXT = "text/plain";

  /** What all parts of a mail share. */
  static final class Shared {
    private final MailLimits limits;
    private final Set<ParseWarning> warnings;
    private int headerBytes;

    Shared(MailLimits limits, Set<ParseWarning> warnings) {
      this.limits = limits;
      this.warnings = warnings;
    }
  }

  private final Shared shared;
  private final int depth;
  private final String defaultType;
  private final List<HeaderField> fields = new ArrayList<>();
  private String childType = TEXT;

  private PartDescriptorBuilder(Shared shared, int depth, String defaultType) {
    this.shared = shared;
    this.depth = depth;
    this.defaultType = defaultType;
  }

  /** For the mail itself, whose headers were read before. */
  static PartDescriptorBuilder root(Shared shared, MailHeaders headers) {
    PartDescriptorBuilder root = new PartDescriptorBuilder(shared, 1, TEXT);
    root.fields.addAll(headers.fields());
    return root;
  }

  @Override
  public void reset() {
    fields.clear();
  }

  @Override
  public @Nullable Field addField(RawField field) {
    if (depth > 1 && field.getName().toLowerCase(Locale.ROOT).startsWith("content-")) {
      keep(field.getName(), body(field));
    }
    return null;
  }

  private void keep(String name, String body) {
    shared.headerBytes += name.length() + body.length();
    if (shared.headerBytes <= shared.limits.headerBytes()) {
      fields.add(new HeaderField(name, body));
    } else {
      shared.warnings.add(ParseWarning.HEADERS_DROPPED);
    }
  }

  private static String body(RawField field) {
    ByteSequence raw = field.getRaw();
    if (raw == null) {
      return field.getBody();
    }
    String line = new String(raw.toByteArray(), StandardCharsets.ISO_8859_1);
    return line.substring(field.getDelimiterIdx() + 1).replaceAll("\\r?\\n", "").strip();
  }

  @Override
  public BodyDescriptor build() {
    ContentHeaders headers = ContentHeaders.of(new MailHeaders(fields), defaultType);
    childType = headers.type().equals("multipart/digest") ? "message/rfc822" : TEXT;
    boolean bounded = !headers.boundary().isEmpty();
    boolean tooDeep = depth > shared.limits.depth();
    if (headers.isMultipart() && !bounded) {
      shared.warnings.add(ParseWarning.NO_BOUNDARY);
    } else if (headers.isMultipart() && tooDeep) {
      shared.warnings.add(ParseWarning.TOO_DEEP);
    }
    return new PartDescriptor(headers, headers.isMultipart() && bounded && !tooDeep);
  }

  @Override
  public BodyDescriptorBuilder newChild() {
    return new PartDescriptorBuilder(shared, depth + 1, childType);
  }
}
