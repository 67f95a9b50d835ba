package dev.parley.channels.email.html;

/**
 * A body, divided.
 *
 * @param reply what the sender wrote this time; never blank unless the body was
 * @param quoted history and signature; empty when nothing could be told apart for certain
 */
public record QuoteSplit(String reply, String quoted) {
  @Override
  public String toString() {
    return "QuoteSplit[" + reply.length() + " + " + quoted.length() + " chars]";
  }

  static QuoteSplit whole(String body) {
    return new QuoteSplit(body, "");
  }
}
