package dev.parley.persistence.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks a tar archive compressed with xz. */
final class TxzArchive {
  private static final int ANY_EXECUTE = 0111;

  private TxzArchive() {}

  /** Every file is on disk, not only in memory, when this returns. */
  static void unpack(InputStream archive, Path target) throws IOException {
    PrivateFiles.createDirectories(target);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("The archive names a file outside itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      PrivateFiles.createDirectories(path);
    } else if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      writeFile(tar, path, (entry.getMode() & ANY_EXECUTE) != 0);
    }
  }

  private static void writeFile(TarArchiveInputStream tar, Path path, boolean executable)
      throws IOException {
    Path directory = path.getParent();
    if (directory != null) {
      PrivateFiles.createDirectories(directory);
    }
    Files.copy(tar, path);
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      file.force(true);
    }
  }
}
