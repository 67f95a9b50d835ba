package dev.parley.channels.email;

import dev.parley.channels.support.OwnServers;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One connection's session, and a grip on its socket: the library's own ways to close a connection
 * wait for locks that a thread stuck in reading holds.
 */
public final class MailLine {
  private static final Logger LOG = Logger.getLogger(MailLine.class);

  private final String host;
  private final OwnServers servers;
  private volatile @Nullable Socket socket;
  private volatile boolean cut;
  private @Nullable Session session;

  MailLine(String host, OwnServers servers) {
    this.host = host;
    this.servers = servers;
  }

  /**
   * What to connect to: the address that was checked, in digits, so that a name that changes its
   * mind afterwards is of no use. TLS still asks for the name.
   */
  public String address() throws MessagingException {
    try {
      return servers.find(host).getHostAddress();
    } catch (UnknownHostException e) {
      throw new MessagingException("the mail server has no address that may be reached", e);
    }
  }

  void begin(Session with) {
    session = with;
  }

  public Session session() {
    return Objects.requireNonNull(session);
  }

  /** Ends the connection at once; whoever reads or writes on it fails. May be called by anybody. */
  public void cut() {
    cut = true;
    close(socket);
  }

  /** Changes how long reading may take from now on. */
  public void waitAtMost(Duration limit) throws SocketException {
    Socket connected = socket;
    if (connected != null) {
      connected.setSoTimeout(Math.toIntExact(limit.toMillis()));
    }
  }

  SocketFactory plainSockets() {
    return new PlainSockets();
  }

  SSLSocketFactory tlsSockets(SSLSocketFactory trust) {
    return new TlsSockets(trust);
  }

  private Socket keep(Socket fresh) {
    socket = fresh;
    if (cut) {
      close(fresh);
    }
    return fresh;
  }

  private static void close(@Nullable Socket socket) {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        LOG.debugf("a socket did not close: %s", e.getClass().getSimpleName());
      }
    }
  }

  private final class PlainSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
      return keep(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return keep(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return keep(new Socket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return keep(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return keep(new Socket(host, port, local, localPort));
    }
  }

  /** The library always connects a plain socket first and has it wrapped. */
  private final class TlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory trust;

    TlsSockets(SSLSocketFactory trust) {
      this.trust = trust;
    }

    @Override
    public Socket createSocket(Socket plain, String address, int port, boolean autoClose)
        throws IOException {
      return trust.createSocket(keep(plain), host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return trust.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return trust.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String address, int port) throws IOException {
      return keep(trust.createSocket(address, port));
    }

    @Override
    public Socket createSocket(String address, int port, InetAddress local, int localPort)
        throws IOException {
      return keep(trust.createSocket(address, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
      return keep(trust.createSocket(address, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort)
        throws IOException {
      return keep(trust.createSocket(address, port, local, localPort));
    }
  }
}
