package dev.parley.channels.email.mime;

import org.apache.james.mime4j.stream.BodyDescriptor;

/** Tells the token stream how to go on inside a part; the part's own headers ride along. */
record PartDescriptor(ContentHeaders headers, boolean divided) implements BodyDescriptor {
  @Override
  public String getBoundary() {
    return headers.boundary();
  }

  @Override
  public String getMimeType() {
    return divided ? "multipart/mixed" : "application/octet-stream";
  }

  @Override
  public String getMediaType() {
    return divided ? "multipart" : "application";
  }

  @Override
  public String getSubType() {
    return divided ? "mixed" : "octet-stream";
  }

  @Override
  public String getCharset() {
    return headers.charset();
  }

  @Override
  public String getTransferEncoding() {
    return "binary";
  }

  @Override
  public long getContentLength() {
    return -1;
  }
}
