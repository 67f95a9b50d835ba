package dev.parley.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines over two axes, each with its name at its right end.
 *
 * @param across what the horizontal axis shows
 * @param up what the vertical axis shows
 */
record LinePlot(String title, String across, String up, Scale x, Scale y, List<Line> lines) {
  private static final int WIDTH = 820;
  private static final int HEIGHT = 420;
  private static final int LEFT = 70;
  private static final int RIGHT = WIDTH - 140;
  private static final int TOP = 70;
  private static final int BOTTOM = HEIGHT - 60;
  private static final int LABEL_HEIGHT = 18;

  /**
   * @param points in the order they are joined; at least one
   */
  record Line(String name, List<Point> points) {}

  record Point(double x, double y) {}

  private record Label(int line, double from, double at) {}

  String svg() {
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    drawAxes(svg);
    for (int i = 0; i < lines.size(); i++) {
      drawLine(svg, i);
    }
    labels().forEach(label -> drawLabel(svg, label));
    return svg.toString();
  }

  private void drawAxes(Svg svg) {
    for (Scale.Tick tick : y.ticks()) {
      double at = yOf(tick.value());
      svg.line(LEFT, at, RIGHT, at, "grid");
      svg.text(LEFT - 8, at + 4, "end", "muted", tick.label());
    }
    for (Scale.Tick tick : x.ticks()) {
      double at = xOf(tick.value());
      svg.line(at, TOP, at, BOTTOM, "grid");
      svg.text(at, BOTTOM + 20, "middle", "muted", tick.label());
    }
    svg.text((LEFT + RIGHT) / 2.0, BOTTOM + 44, "middle", "muted", across);
    svg.text(20, TOP - 16, "start", "muted", up);
  }

  private void drawLine(Svg svg, int index) {
    List<Point> points = lines.get(index).points();
    String far = index < Svg.COLOURS ? "" : " far";
    svg.path(
        points.stream()
            .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", xOf(p.x()), yOf(p.y())))
            .collect(Collectors.joining(" ")),
        "line s" + colour(index) + far);
    if (points.size() <= x.ticks().size()) {
      points.forEach(p -> svg.dot(xOf(p.x()), yOf(p.y()), "f" + colour(index)));
    }
  }

  private void drawLabel(Svg svg, Label label) {
    Point end = lines.get(label.line()).points().getLast();
    svg.line(
        xOf(end.x()) + 5, label.from(), RIGHT + 18, label.at(), "lead s" + colour(label.line()));
    svg.text(
        RIGHT + 24,
        label.at() + 4,
        "start",
        "f" + colour(label.line()),
        lines.get(label.line()).name());
  }

  /** From the top down, each below the one before, the lot of them inside the page. */
  private List<Label> labels() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(this::end));
    List<Label> labels = new ArrayList<>();
    double free = TOP - LABEL_HEIGHT;
    for (int i = 0; i < order.size(); i++) {
      double end = end(order.get(i));
      double lowest = BOTTOM - (order.size() - 1.0 - i) * LABEL_HEIGHT;
      double at = Math.max(free, Math.min(end, lowest));
      labels.add(new Label(order.get(i), end, at));
      free = at + LABEL_HEIGHT;
    }
    return labels;
  }

  private double end(int line) {
    return yOf(lines.get(line).points().getLast().y());
  }

  private double xOf(double value) {
    return LEFT + x.at(value) * (RIGHT - LEFT);
  }

  private double yOf(double value) {
    return BOTTOM - y.at(value) * (BOTTOM - TOP);
  }

  private static int colour(int line) {
    return line % Svg.COLOURS;
  }
}
