package dev.parley.domain.rating;

/** What is asked, and what can be answered. */
public enum Question {
  /** How satisfied somebody is. */
  CSAT(1, 5),
  THUMBS_UP_OR_DOWN(0, 1),
  /** How likely somebody is to recommend us. */
  NPS(0, 10);

  private final int lowest;
  private final int highest;

  Question(int lowest, int highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  public boolean takes(int score) {
    return lowest <= score && score <= highest;
  }

  public int lowest() {
    return lowest;
  }

  public int highest() {
    return highest;
  }
}
