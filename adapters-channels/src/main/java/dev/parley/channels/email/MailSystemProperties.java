package dev.parley.channels.email;

import java.util.Map;
import java.util.Properties;

/**
 * Settings of the mail library that it reads once, when its classes are loaded, and from nowhere
 * but the system properties.
 */
public final class MailSystemProperties {
  private static final Map<String, String> ALL =
      Map.of(
          // RFC 2231 for file names, in both directions.
          "mail.mime.encodeparameters", "true",
          "mail.mime.decodeparameters", "true",
          "mail.mime.splitlongparameters", "true",
          "mail.mime.charset", "UTF-8",
          "mail.mime.foldtext", "true",
          "mail.mime.base64.ignoreerrors", "true",
          "mail.mime.parameters.strict", "false",
          "mail.mime.ignoreunknownencoding", "true",
          "mail.mime.decodetext.strict", "false");

  private MailSystemProperties() {}

  /**
   * @param system the JVM's system properties, before any class of the mail library is loaded
   */
  public static void apply(Properties system) {
    system.putAll(ALL);
  }
}
