package dev.parley.application.attachment;

import org.jspecify.annotations.Nullable;

/**
 * A file that is not stored yet.
 *
 * @param fileName cleaned: no path, no control or direction characters
 * @param mediaType decided from the bytes
 * @param contentId of an inline image, without brackets
 */
public record IncomingFile(
    String fileName, String mediaType, byte[] bytes, boolean inline, @Nullable String contentId) {
  @Override
  public String toString() {
    return "IncomingFile[" + bytes.length + " bytes]";
  }
}
