package dev.parley.application.search;

import java.util.List;

/** A part of a text that says which of its pieces were looked for. */
public record Excerpt(List<Piece> pieces) {
  public Excerpt {
    pieces = List.copyOf(pieces);
  }

  /** Text between two marks, or inside one. */
  public record Piece(String text, boolean matched) {}
}
