package dev.parley.benchmarks.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * Bars one below the other, with a mark at a value that means something.
 *
 * @param markName what the mark means
 */
record BarPlot(String title, double mark, String markName, List<Bar> bars) {
  private static final int WIDTH = 820;
  private static final int LEFT = 250;
  private static final int RIGHT = WIDTH - 80;
  private static final int TOP = 80;
  private static final int STEP = 32;
  private static final int NAME_MAX = 34;

  record Bar(String name, double value, String label) {}

  String svg() {
    int bottom = TOP + bars.size() * STEP;
    Scale scale =
        Scale.linear(Stream.concat(Stream.of(mark), bars.stream().map(Bar::value)).toList());
    Svg svg = new Svg(WIDTH, bottom + 40, title);
    for (Scale.Tick tick : scale.ticks()) {
      double at = at(scale, tick.value());
      svg.line(at, TOP, at, bottom, "grid");
      svg.text(at, bottom + 20, "middle", "muted", tick.label());
    }
    for (int i = 0; i < bars.size(); i++) {
      draw(svg, scale, bars.get(i), TOP + i * STEP);
    }
    svg.line(at(scale, mark), TOP - 8, at(scale, mark), bottom, "mark");
    svg.text(at(scale, mark), TOP - 14, "middle", "muted", markName);
    return svg.toString();
  }

  private static void draw(Svg svg, Scale scale, Bar bar, double top) {
    double end = at(scale, bar.value());
    svg.text(LEFT - 10, top + 20, "end", "", shortened(bar.name()));
    svg.rectangle(LEFT, top + 6, end - LEFT, STEP - 12.0, "f0");
    svg.text(end + 6, top + 20, "start", "", bar.label());
  }

  private static String shortened(String name) {
    return name.length() <= NAME_MAX ? name : name.substring(0, NAME_MAX - 1) + "…";
  }

  private static double at(Scale scale, double value) {
    return LEFT + scale.at(value) * (RIGHT - LEFT);
  }
}
