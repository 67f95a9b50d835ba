package dev.parley.domain.conversation;

import dev.parley.domain.shared.Text;

/** What a message says. HTML is sanitised before it gets here. */
public record Content(Format format, String value) {
  /** 1 MiB of text; what is longer is kept as a file. */
  public static final int MAX = 1 << 20;

  /** How the value is to be read. */
  public enum Format {
    TEXT,
    HTML,
    MARKDOWN
  }

  public Content {
    value = Text.optional("content", value, MAX);
  }

  @Override
  public String toString() {
    return "Content[" + format + ", " + value.length() + " chars]";
  }
}
