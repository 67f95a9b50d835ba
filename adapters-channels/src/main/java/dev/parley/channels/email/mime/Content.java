package dev.parley.channels.email.mime;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes that do not change: a decoded part of a mail. */
public final class Content {
  private final byte[] bytes;
  private final int start;
  private final int size;

  private Content(byte[] bytes, int start, int size) {
    this.bytes = bytes;
    this.start = start;
    this.size = size;
  }

  /** Takes the array as it is: the caller gives it away. */
  public static Content of(byte[] bytes) {
    return new Content(bytes, 0, bytes.length);
  }

  static Content of(byte[] bytes, int size) {
    return new Content(bytes, 0, size);
  }

  Content first(int limit) {
    return limit >= size ? this : new Content(bytes, start, limit);
  }

  /** Size in bytes. */
  public int size() {
    return size;
  }

  /** A fresh stream over the bytes; needs no closing. */
  public InputStream open() {
    return new ByteArrayInputStream(bytes, start, size);
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(bytes, start, start + size);
  }

  int at(int index) {
    return bytes[start + index] & 0xFF;
  }

  byte[] array() {
    return bytes;
  }

  int start() {
    return start;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Content that
        && Arrays.equals(
            bytes, start, start + size, that.bytes, that.start, that.start + that.size);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toByteArray());
  }

  @Override
  public String toString() {
    return "Content[" + size + " bytes]";
  }
}
