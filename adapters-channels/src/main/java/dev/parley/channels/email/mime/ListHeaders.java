package dev.parley.channels.email.mime;

import org.jspecify.annotations.Nullable;

/**
 * What a mailing list says about itself (RFC 2369, RFC 2919, RFC 8058), as written.
 *
 * @param oneClick whether the unsubscribe address takes a POST without further questions
 */
public record ListHeaders(
    @Nullable String id,
    @Nullable String post,
    @Nullable String help,
    @Nullable String unsubscribe,
    boolean oneClick) {

  /** List addresses may carry the recipient's. */
  @Override
  public String toString() {
    return "ListHeaders[]";
  }

  static ListHeaders of(MailHeaders headers) {
    return new ListHeaders(
        headers.first("List-Id").orElse(null),
        headers.first("List-Post").orElse(null),
        headers.first("List-Help").orElse(null),
        headers.first("List-Unsubscribe").orElse(null),
        headers.has("List-Unsubscribe-Post"));
  }
}
