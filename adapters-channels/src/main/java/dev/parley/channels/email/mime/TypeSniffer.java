package dev.parley.channels.email.mime;

import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** Tells what bytes are from the bytes themselves and the file name; a declaration counts least. */
public final class TypeSniffer {
  private static final int ENOUGH = 64 * 1024;

  public String sniff(Content content, String fileName, String declared) {
    Metadata hints = new Metadata();
    if (!fileName.isEmpty()) {
      hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
    }
    if (isKnown(declared)) {
      hints.set(Metadata.CONTENT_TYPE, declared);
    }
    try (InputStream head = content.first(ENOUGH).open()) {
      return Known.TYPES.detect(head, hints).getBaseType().toString();
    } catch (IOException unreadable) {
      return MimeTypes.OCTET_STREAM;
    }
  }

  /** With its dot; empty for a type without a usual one. */
  public String extension(String type) {
    try {
      return isKnown(type) ? Known.TYPES.forName(type).getExtension() : "";
    } catch (MimeTypeException malformed) {
      return "";
    }
  }

  /** A name asked for otherwise would be registered for good: senders could fill the heap. */
  boolean isKnown(String type) {
    try {
      return !type.equals(MimeTypes.OCTET_STREAM)
          && Known.TYPES.getRegisteredMimeType(type) != null;
    } catch (MimeTypeException malformed) {
      return false;
    }
  }

  /** Read from a large file, so not before the first content comes: the start waits for no type. */
  private static final class Known {
    static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
  }
}
