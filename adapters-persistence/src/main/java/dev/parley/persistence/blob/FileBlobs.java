package dev.parley.persistence.blob;

import dev.parley.application.attachment.Blobs;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Bytes in files {@code root/organization/owner/part}. A file appears whole or not at all, and is
 * on the disk when its {@code put} is done.
 */
public final class FileBlobs implements Blobs {
  /** Begins the names of files that are being written. */
  private static final String UNFINISHED = ".new-";

  /** The organization and the parts of a key. */
  private static final int DEPTH = 5;

  private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,64}(/[a-z0-9-]{1,64}){1,3}");

  private final Path root;
  private final Executor blocking;

  /**
   * @param root made when absent
   * @param blocking for the waits on the disk
   */
  public FileBlobs(Path root, Executor blocking) {
    this.root = root.toAbsolutePath().normalize();
    this.blocking = blocking;
  }

  @Override
  public Uni<Void> put(OrganizationId organization, String key, byte[] bytes) {
    Path file = file(organization, key);
    return run(() -> {
          write(file, bytes);
          return Optional.empty();
        })
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<byte[]>> get(OrganizationId organization, String key) {
    Path file = file(organization, key);
    return run(() -> read(file));
  }

  @Override
  public Uni<Void> delete(OrganizationId organization, String key) {
    Path file = file(organization, key);
    return run(() -> {
          remove(file);
          return Optional.empty();
        })
        .replaceWithVoid();
  }

  @Override
  public Multi<Stored> storedBefore(Instant moment) {
    FileTime limit = FileTime.from(moment);
    return Multi.createFrom()
        .items(() -> files(limit).<Stored>mapMulti(this::offer))
        .runSubscriptionOn(blocking);
  }

  /** Whoever reads it to its end, or stops, closes it: a Multi does. */
  @SuppressWarnings("StreamResourceLeak")
  private Stream<Path> files(FileTime limit) {
    try {
      return Files.isDirectory(root)
          ? Files.find(
              root,
              DEPTH,
              (path, about) ->
                  about.isRegularFile() && about.lastModifiedTime().compareTo(limit) < 0)
          : Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void offer(Path file, Consumer<Stored> found) {
    Path place = root.relativize(file);
    Path key = place.subpath(1, place.getNameCount());
    if (key.getFileName().toString().startsWith(UNFINISHED)) {
      remove(file);
    } else {
      found.accept(
          new Stored(
              new OrganizationId(Long.parseLong(place.getName(0).toString())),
              key.toString().replace(File.separatorChar, '/')));
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Path directory = Files.createDirectories(directoryOf(file));
      Path written = directory.resolve(UNFINISHED + UUID.randomUUID());
      try (FileChannel channel =
          FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      settle(directory);
      settle(directoryOf(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A renamed file survives a power cut only when its directory was written too. */
  private static void settle(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove(Path file) {
    try {
      Files.deleteIfExists(file);
      Path directory = directoryOf(file);
      if (!directory.equals(root) && Files.isDirectory(directory)) {
        Files.delete(directory);
      }
    } catch (DirectoryNotEmptyException | NoSuchFileException stillUsed) {
      // Other parts of the same owner are there, or somebody else was quicker.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(OrganizationId organization, String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not a key of the blob store");
    }
    return root.resolve(Long.toString(organization.number())).resolve(key);
  }

  private static Path directoryOf(Path file) {
    Path directory = file.getParent();
    if (directory == null) {
      throw new IllegalStateException("a blob lies in a directory");
    }
    return directory;
  }

  private <T> Uni<T> run(Supplier<T> work) {
    return Uni.createFrom().item(work).runSubscriptionOn(blocking);
  }
}
