package dev.parley.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A text in Markdown as GitHub reads it. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  Markdown heading(int level, String heading) {
    return paragraph("#".repeat(level) + " " + escape(heading));
  }

  /**
   * @param markdown already escaped where it needs to be
   */
  Markdown paragraph(String markdown) {
    text.append(markdown).append("\n\n");
    return this;
  }

  Markdown list(List<String> items) {
    items.forEach(item -> text.append("- ").append(item).append('\n'));
    if (!items.isEmpty()) {
      text.append('\n');
    }
    return this;
  }

  Markdown image(String description, String file) {
    return paragraph("![" + escape(description) + "](" + file + ")");
  }

  /** Nothing at all when there are no rows. */
  Markdown table(Table table) {
    if (!table.rows.isEmpty()) {
      row(table.headings);
      row(table.alignments());
      table.rows.forEach(this::row);
      text.append('\n');
    }
    return this;
  }

  /** What a reader sees only after a click. */
  Markdown folded(String summary, String code) {
    String fence = "`".repeat(Math.max(3, longestRun(code) + 1));
    return paragraph("<details>\n<summary>" + escape(summary) + "</summary>")
        .paragraph(fence + "\n" + code.strip() + "\n" + fence)
        .paragraph("</details>");
  }

  private static int longestRun(String code) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < code.length(); i++) {
      run = code.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private void row(List<String> cells) {
    text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** Makes plain text of what would be markup. */
  static String escape(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\|*`\\[\\]])", "\\\\$1")
        .replaceAll("\\s+", " ");
  }

  /** Text to be typed or compared, letter by letter. */
  static String code(String plain) {
    return "`" + plain.replace('`', '\'').replaceAll("\\s+", " ").replace("|", "\\|") + "`";
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing() + "\n";
  }

  /** The first column holds names, all others numbers. */
  static final class Table {
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
      this.headings = List.of(headings);
    }

    private List<String> alignments() {
      List<String> alignments = new ArrayList<>(Collections.nCopies(headings.size(), "---:"));
      alignments.set(0, "---");
      return alignments;
    }

    /**
     * @param cells already escaped, as many as headings
     */
    Table row(String... cells) {
      if (cells.length != headings.size()) {
        throw new IllegalArgumentException(cells.length + " cells for " + headings);
      }
      rows.add(List.of(cells));
      return this;
    }
  }
}
