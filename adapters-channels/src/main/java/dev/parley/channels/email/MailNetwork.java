package dev.parley.channels.email;

import dev.parley.channels.support.NameResolver;
import dev.parley.channels.support.OwnServers;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;

/** How connections to mail servers are made. */
public final class MailNetwork {
  /** The library's loggers, held so that what is set on them stays. */
  private static final List<Logger> WIRE_LOGS =
      List.of(Logger.getLogger("org.eclipse.angus.mail"), Logger.getLogger("jakarta.mail"));

  static {
    // On their finest level they write down all that goes over the wire: passwords and mails.
    WIRE_LOGS.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private final Timeouts timeouts;
  private final Supplier<SSLSocketFactory> trust;
  private final ScheduledExecutorService timer;
  private final OwnServers servers;

  /**
   * @param trust decides which certificates are believed; asked for only where TLS is spoken, since
   *     reading what the system trusts takes a while
   * @param timer for time limits on writing; gets short tasks only
   */
  public MailNetwork(
      Timeouts timeouts, Supplier<SSLSocketFactory> trust, ScheduledExecutorService timer) {
    this(timeouts, trust, timer, NameResolver.SYSTEM);
  }

  /**
   * @param names looks mail servers up
   */
  public MailNetwork(
      Timeouts timeouts,
      Supplier<SSLSocketFactory> trust,
      ScheduledExecutorService timer,
      NameResolver names) {
    this.timeouts = timeouts;
    this.trust = trust;
    this.timer = timer;
    this.servers = new OwnServers(names);
  }

  /**
   * Limits in waiting for a server; the library's own are infinite.
   *
   * @param endOfData after a mail's final dot: a server may take that long to store it, and to give
   *     up earlier means to send it twice (RFC 5321 §4.5.3.2.6)
   */
  public record Timeouts(Duration connect, Duration read, Duration write, Duration endOfData) {
    public static final Timeouts DEFAULTS =
        new Timeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(120),
            Duration.ofSeconds(60),
            Duration.ofMinutes(10));
  }

  /**
   * A line to a server that is not connected yet.
   *
   * @param protocol {@code imap} or {@code smtp}
   */
  public MailLine line(MailServer server, String protocol) {
    MailLine line = new MailLine(server.host(), servers);
    String prefix = "mail." + protocol + ".";
    Properties props = new Properties();
    props.setProperty(prefix + "connectiontimeout", millis(timeouts.connect()));
    props.setProperty(prefix + "timeout", millis(timeouts.read()));
    props.setProperty(prefix + "writetimeout", millis(timeouts.write()));
    props.put(prefix + "executor.writetimeout", timer);
    props.put(prefix + "socketFactory", line.plainSockets());
    props.setProperty(prefix + "socketFactory.fallback", "false");
    props.setProperty(prefix + "ssl.checkserveridentity", "true");
    props.setProperty(prefix + "ssl.protocols", "TLSv1.2 TLSv1.3");
    switch (server.security()) {
      case NONE -> props.setProperty(prefix + "starttls.enable", "false");
      case START_TLS -> {
        props.put(prefix + "ssl.socketFactory", line.tlsSockets(trust.get()));
        props.setProperty(prefix + "starttls.enable", "true");
        props.setProperty(prefix + "starttls.required", "true");
      }
      case TLS -> {
        props.put(prefix + "ssl.socketFactory", line.tlsSockets(trust.get()));
        props.setProperty(prefix + "ssl.enable", "true");
      }
    }
    line.begin(Session.getInstance(props));
    return line;
  }

  public Timeouts timeouts() {
    return timeouts;
  }

  public ScheduledExecutorService timer() {
    return timer;
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
