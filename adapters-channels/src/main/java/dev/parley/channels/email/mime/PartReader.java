package dev.parley.channels.email.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Takes a mail apart in one bounded pass over mime4j's token stream. Nested messages stay closed.
 * Whatever stops the pass, the parts read until then are the result.
 */
final class PartReader {
  private final MailLimits limits;
  private final Set<ParseWarning> warnings;
  private final TimeBudget budget;
  private final Deque<Part> open = new ArrayDeque<>();
  private @Nullable Part root;
  private int parts;

  PartReader(MailLimits limits, Set<ParseWarning> warnings, TimeBudget budget) {
    this.limits = limits;
    this.warnings = warnings;
    this.budget = budget;
  }

  /**
   * @param headers the mail's own, already split off
   */
  Part read(MailHeaders headers, byte[] raw, int start, int end) {
    try {
      walk(stream(headers, raw, start, end));
    } catch (BudgetedInput.SpentException spent) {
      warnings.add(ParseWarning.OUT_OF_TIME);
    } catch (MaxHeaderLimitException
        | MaxHeaderLengthLimitException
        | MaxLineLimitException tooLong) {
      warnings.add(ParseWarning.HEADERS_DROPPED);
    } catch (IOException | MimeException | RuntimeException broken) {
      warnings.add(ParseWarning.BROKEN_STRUCTURE);
    }
    return root != null
        ? root
        : Part.leaf(ContentHeaders.of(headers, "text/plain"), Content.of(new byte[0]));
  }

  private MimeTokenStream stream(MailHeaders headers, byte[] raw, int start, int end) {
    MimeConfig config =
        MimeConfig.custom()
            .setStrictParsing(false)
            .setMaxLineLen(limits.headerBytes())
            .setMaxHeaderLen(limits.headerBytes())
            .setMaxHeaderCount(limits.headers())
            .setMaxContentLen(-1)
            .build();
    PartDescriptorBuilder root =
        PartDescriptorBuilder.root(new PartDescriptorBuilder.Shared(limits, warnings), headers);
    MimeTokenStream stream = new MimeTokenStream(config, DecodeMonitor.SILENT, root);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parseHeadless(new BudgetedInput(raw, start, end, budget), "text/plain");
    return stream;
  }

  private void walk(MimeTokenStream stream) throws IOException, MimeException {
    EntityState state = stream.getState();
    while (state != EntityState.T_END_OF_STREAM) {
      switch (state) {
        case T_START_MULTIPART -> open.push(add(Part.container(headers(stream))));
        case T_END_MULTIPART -> open.pop();
        case T_PREAMBLE -> open.element().preamble(bytes(stream));
        case T_BODY -> add(Part.leaf(headers(stream), bytes(stream)));
        default -> {}
      }
      if (parts > limits.parts()) {
        warnings.add(ParseWarning.TOO_MANY_PARTS);
        return;
      }
      state = stream.next();
    }
  }

  private static ContentHeaders headers(MimeTokenStream stream) {
    if (stream.getBodyDescriptor() instanceof PartDescriptor descriptor) {
      return descriptor.headers();
    }
    throw new IllegalStateException("the stream was given another descriptor builder");
  }

  private Part add(Part part) {
    parts++;
    if (root == null) {
      root = part;
    } else {
      open.element().children().add(part);
    }
    return part;
  }

  private static Content bytes(MimeTokenStream stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    stream.getInputStream().transferTo(bytes);
    return Content.of(bytes.toByteArray());
  }
}
