package dev.parley.persistence.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time per directory. The operating system drops the lock with the process, so a
 * kill leaves nothing to clear up.
 */
final class DirectoryLock implements AutoCloseable {
  /**
   * Closing any channel to a file drops the process's POSIX locks on it, so we never open it twice.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  /** A killed process holds its lock until the kernel has taken it apart. */
  private static final int TRIES = 30;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  static DirectoryLock acquire(Path directory) {
    PrivateFiles.createDirectories(directory);
    if (!HELD_HERE.add(directory)) {
      throw inUse(directory, " by this process");
    }
    @Nullable FileChannel channel = null;
    try {
      Path file = directory.resolve("lock");
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        String holder = Files.readString(file).strip();
        throw inUse(directory, holder.isEmpty() ? "" : " by process " + holder);
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      return new DirectoryLock(directory, channel);
    } catch (IOException e) {
      release(directory, channel);
      throw PrivateFiles.unusable(directory, e);
    } catch (OverlappingFileLockException e) {
      release(directory, channel);
      throw inUse(directory, " by this process");
    } catch (EmbeddedPostgresException e) {
      release(directory, channel);
      throw e;
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      if (channel.tryLock() != null) {
        return true;
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    return false;
  }

  private static EmbeddedPostgresException inUse(Path directory, String holder) {
    return new EmbeddedPostgresException(
        "The data in "
            + directory
            + " is in use"
            + holder
            + "; stop that one first, or use another data directory");
  }

  private static void release(Path directory, @Nullable FileChannel channel) {
    HELD_HERE.remove(directory);
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw PrivateFiles.unusable(directory, e);
    }
  }

  @Override
  public void close() {
    release(directory, channel);
  }
}
