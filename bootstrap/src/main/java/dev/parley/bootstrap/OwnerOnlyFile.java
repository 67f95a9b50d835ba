package dev.parley.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that hold secrets: mode 0600, never seen half written. */
public final class OwnerOnlyFile {
  private static final FileAttribute<Set<PosixFilePermission>> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private OwnerOnlyFile() {}

  /** Writes the file, or replaces it as a whole. */
  public static void write(Path file, String text) {
    try {
      Path partial = partial(file, text);
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the file unless there is one; returns what it holds now. */
  public static String writeOnce(Path file, String text) {
    try {
      if (Files.notExists(file)) {
        Path partial = partial(file, text);
        try {
          Files.createLink(file, partial);
        } catch (FileAlreadyExistsException e) {
          return Files.readString(file);
        } finally {
          Files.delete(partial);
        }
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void createDirectories(Path directory) throws IOException {
    Files.createDirectories(directory, DIRECTORY);
  }

  private static Path partial(Path file, String text) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException(file + " has no directory");
    }
    createDirectories(directory);
    Path partial = Files.createTempFile(directory, file.getFileName() + ".", ".partial", FILE);
    return Files.writeString(partial, text, StandardOpenOption.SYNC);
  }
}
