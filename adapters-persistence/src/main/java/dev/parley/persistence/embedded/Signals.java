package dev.parley.persistence.embedded;

import java.io.IOException;

/** The two ways of stopping a postmaster that do not wait for its clients. */
enum Signals {
  /** Fast: roll back, write a checkpoint, end. */
  INTERRUPT("INT"),
  /** Immediate: end now, recover at the next start. */
  QUIT("QUIT");

  private final String posixName;

  Signals(String posixName) {
    this.posixName = posixName;
  }

  /** A process that is gone already is no failure. */
  void send(long pid) {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -" + posixName + " " + pid + " 2>/dev/null")
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new EmbeddedPostgresException(
          "Cannot signal the database server: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }
}
