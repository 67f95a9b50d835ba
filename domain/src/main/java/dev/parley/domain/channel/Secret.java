package dev.parley.domain.channel;

import dev.parley.domain.shared.Text;

/** A credential: write-only for clients, encrypted at rest, never printed. */
public record Secret(String value) {
  public static final int MAX = 8192;

  public Secret {
    value = Text.required("secret", value, MAX);
  }

  @Override
  public String toString() {
    return "***";
  }
}
