package dev.parley.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The cluster's files and its superuser's password. */
record Cluster(Path data, String password) {
  private static final String SUPERUSER = "postgres";
  private static final String DATABASE = "parley";

  static Cluster open(
      EmbeddedPostgres.Settings settings, ServerSoftware software, Launcher launcher) {
    Path directory = settings.directory();
    Path data = directory.resolve("data");
    Path passwordFile = directory.resolve("superuser-password");
    try {
      if (Files.notExists(data)) {
        create(settings, software, launcher, data, passwordFile);
      }
      requireUsable(data, directory, software);
      return new Cluster(data, Files.readString(passwordFile).strip());
    } catch (IOException e) {
      throw PrivateFiles.unusable(directory, e);
    }
  }

  String superuserUrl(int port) {
    return "postgresql://" + SUPERUSER + ":" + password + "@127.0.0.1:" + port + "/" + DATABASE;
  }

  /**
   * The directory gets its name when the cluster is complete, so an interrupted creation is
   * repeated.
   */
  private static void create(
      EmbeddedPostgres.Settings settings,
      ServerSoftware software,
      Launcher launcher,
      Path data,
      Path passwordFile)
      throws IOException {
    Consumer<String> progress = settings.progress();
    progress.accept("Creating the database cluster in " + data);
    Path partial = data.resolveSibling("data.partial");
    PrivateFiles.deleteTree(partial);
    PrivateFiles.write(passwordFile, Passwords.random());
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--pgdata=" + partial,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                // More are for passwords that can be guessed. Ours are long and random, and logins
                // with thousands of them took a third of a second of each start.
                "--set=scram_iterations=1",
                "--encoding=UTF8",
                "--locale=C",
                // The same order and case mapping on every machine, for all of Unicode.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
    if (!settings.durable()) {
      arguments.add("--no-sync");
    }
    Tool.run(launcher.tool(software.program("initdb"), arguments), "");
    Tool.run(
        launcher.tool(
            software.program("postgres"),
            List.of("--single", "-j", "-D", partial.toString(), SUPERUSER)),
        "CREATE DATABASE " + DATABASE + ";\n\n");
    Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void requireUsable(Path data, Path directory, ServerSoftware software)
      throws IOException {
    UserPrincipal owner = Files.getOwner(data);
    // The lock file in our directory may be somebody else's; what the server needs is its data.
    if (!Files.isReadable(data.resolve("PG_VERSION"))) {
      throw new EmbeddedPostgresException(
          "The database in "
              + directory
              + " belongs to the user "
              + owner.getName()
              + "; start as that user, or use another data directory");
    }
    String found = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!found.equals(software.majorVersion())) {
      throw new EmbeddedPostgresException(
          "The database in "
              + directory
              + " was made by PostgreSQL "
              + found
              + ", this build brings "
              + software.majorVersion()
              + "; see docs/operations.md, Upgrade");
    }
  }
}
