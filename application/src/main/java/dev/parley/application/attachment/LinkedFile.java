package dev.parley.application.attachment;

/** A stored file as whoever holds a link to it gets it. */
public record LinkedFile(String fileName, String mediaType, byte[] bytes) {
  @Override
  public String toString() {
    return "LinkedFile[" + mediaType + ", " + bytes.length + " bytes]";
  }
}
