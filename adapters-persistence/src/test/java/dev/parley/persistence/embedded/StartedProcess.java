package dev.parley.persistence.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program of its own that starts a server, says so, and waits to be killed. */
final class StartedProcess {
  private StartedProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedPostgres server = EmbeddedPostgres.start(TestServer.forgetful(Path.of(arguments[0])));
    System.out.println(server.superuserUrl());
    new CountDownLatch(1).await();
  }
}
