package dev.parley.channels.email.html;

/**
 * HTML that is safe to show, and what it took.
 *
 * @param html a fragment: the inside of a body
 * @param policyVersion the policy it satisfies; store it to know what to clean again
 * @param remoteImages images whose address was put aside in {@code data-remote-src}
 * @param cut whether the end is missing because the document had too many tags
 */
public record CleanHtml(String html, int policyVersion, int remoteImages, boolean cut) {
  @Override
  public String toString() {
    return "CleanHtml[" + html.length() + " chars, policy " + policyVersion + "]";
  }
}
