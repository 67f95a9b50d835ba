package dev.parley.persistence.support;

import dev.parley.persistence.setup.DatabaseUrl;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between the client and the server and counts the statements that pass and how often the
 * client waits for an answer. Answers take a while on purpose: what the client sends meanwhile, it
 * sends without waiting.
 */
public final class CountingProxy implements AutoCloseable {
  private static final long LATENCY_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

  private final DatabaseUrl server;
  private final ServerSocket listening;
  private final AtomicInteger statements = new AtomicInteger();
  private final AtomicInteger roundTrips = new AtomicInteger();

  public CountingProxy(DatabaseUrl server) throws IOException {
    this.server = server;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::accept);
  }

  public DatabaseUrl url() {
    return new DatabaseUrl(
        "127.0.0.1",
        listening.getLocalPort(),
        server.database(),
        server.user(),
        server.password(),
        server.parameters());
  }

  public void reset() {
    statements.set(0);
    roundTrips.set(0);
  }

  public int statements() {
    return statements.get();
  }

  public int roundTrips() {
    return roundTrips.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket upstream = new Socket(server.host(), server.port());
        AtomicBoolean answered = new AtomicBoolean(true);
        Thread.ofPlatform().daemon().start(() -> requests(client, upstream, answered));
        Thread.ofPlatform().daemon().start(() -> answers(upstream, client, answered));
      }
    } catch (SocketException closed) {
      // The test is over.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void requests(Socket client, Socket upstream, AtomicBoolean answered) {
    try (client;
        upstream) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = upstream.getOutputStream();
      // The start-up message has no type byte.
      forward(in, out, -1);
      while (true) {
        int type = in.readUnsignedByte();
        if (answered.getAndSet(false)) {
          roundTrips.incrementAndGet();
        }
        if (type == 'E' || type == 'Q') {
          statements.incrementAndGet();
        }
        forward(in, out, type);
      }
    } catch (EOFException | SocketException closed) {
      // The client has gone.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void forward(DataInputStream in, OutputStream out, int type) throws IOException {
    int length = in.readInt();
    byte[] body = in.readNBytes(length - Integer.BYTES);
    if (type >= 0) {
      out.write(type);
    }
    out.write(
        new byte[] {
          (byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length
        });
    out.write(body);
    out.flush();
  }

  private static void answers(Socket upstream, Socket client, AtomicBoolean answered) {
    byte[] buffer = new byte[1 << 16];
    try {
      InputStream in = upstream.getInputStream();
      OutputStream out = client.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        LockSupport.parkNanos(LATENCY_NANOS);
        answered.set(true);
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (SocketException closed) {
      // The client has gone.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
