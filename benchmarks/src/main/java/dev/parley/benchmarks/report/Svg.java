package dev.parley.benchmarks.report;

import java.util.Locale;

/** A drawing that looks right on light and on dark pages, with whatever fonts there are. */
final class Svg {
  /** As many as there are colours; {@code s0} and on to stroke, {@code f0} and on to fill. */
  static final int COLOURS = 8;

  private static final String STYLE =
      """
      <style>
      text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #24292f; }
      .title { font-size: 16px; font-weight: 600; }
      .muted { fill: #57606a; }
      .page { fill: #ffffff; }
      .grid { stroke: #d8dee4; stroke-width: 1; }
      .mark { stroke: #57606a; stroke-width: 1.5; stroke-dasharray: 5 4; }
      .line { fill: none; stroke-width: 2.25; stroke-linejoin: round; stroke-linecap: round; }
      .far { stroke-dasharray: 7 5; }
      .lead { stroke-width: 1; opacity: .6; }
      .s0 { stroke: #0969da; } .f0 { fill: #0969da; }
      .s1 { stroke: #bc4c00; } .f1 { fill: #bc4c00; }
      .s2 { stroke: #1a7f37; } .f2 { fill: #1a7f37; }
      .s3 { stroke: #8250df; } .f3 { fill: #8250df; }
      .s4 { stroke: #bf3989; } .f4 { fill: #bf3989; }
      .s5 { stroke: #9a6700; } .f5 { fill: #9a6700; }
      .s6 { stroke: #1b7c83; } .f6 { fill: #1b7c83; }
      .s7 { stroke: #cf222e; } .f7 { fill: #cf222e; }
      @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3; }
        .muted { fill: #9198a1; }
        .page { fill: #0d1117; }
        .grid { stroke: #30363d; }
        .mark { stroke: #9198a1; }
        .s0 { stroke: #58a6ff; } .f0 { fill: #58a6ff; }
        .s1 { stroke: #f0883e; } .f1 { fill: #f0883e; }
        .s2 { stroke: #3fb950; } .f2 { fill: #3fb950; }
        .s3 { stroke: #bc8cff; } .f3 { fill: #bc8cff; }
        .s4 { stroke: #f778ba; } .f4 { fill: #f778ba; }
        .s5 { stroke: #d29922; } .f5 { fill: #d29922; }
        .s6 { stroke: #39c5cf; } .f6 { fill: #39c5cf; }
        .s7 { stroke: #ff7b72; } .f7 { fill: #ff7b72; }
      }
      </style>
      """;

  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;

  /** A page with a title at its top left. */
  Svg(int width, int height, String title) {
    this.width = width;
    this.height = height;
    body.append("<title>").append(escape(title)).append("</title>\n").append(STYLE);
    body.append("<rect class=\"page\" width=\"100%\" height=\"100%\" rx=\"6\"/>\n");
    text(20, 30, "start", "title", title);
  }

  Svg line(double x1, double y1, double x2, double y2, String classes) {
    body.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
            classes,
            x1,
            y1,
            x2,
            y2));
    return this;
  }

  Svg rectangle(double x, double y, double wide, double high, String classes) {
    body.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"/>\n",
            classes,
            x,
            y,
            wide,
            high));
    return this;
  }

  Svg dot(double x, double y, String classes) {
    body.append(
        String.format(
            Locale.ROOT,
            "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>\n",
            classes,
            x,
            y));
    return this;
  }

  /**
   * @param points {@code x,y} separated by spaces
   */
  Svg path(String points, String classes) {
    body.append("<polyline class=\"").append(classes).append("\" points=\"");
    body.append(points).append("\"/>\n");
    return this;
  }

  /**
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  Svg text(double x, double y, String anchor, String classes, String text) {
    body.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
            classes,
            x,
            y,
            anchor,
            escape(text)));
    return this;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
            + " height=\"%d\" role=\"img\">\n%s</svg>\n",
        width,
        height,
        width,
        height,
        body);
  }
}
