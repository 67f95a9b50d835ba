package dev.parley.benchmarks.data;

/**
 * Conversations that one organization got at one time, evenly over a span; most have 20 messages,
 * some 10 and some 30, the last one what is left.
 *
 * @param first which conversation of the organization is the first of them, from 0
 * @param firstNumber its number; the following ones have the following numbers
 * @param firstPersonNumber likewise of the contacts that came with them
 * @param messages of all of them
 * @param from when the first one begins, in milliseconds since 1970
 * @param to before that the last one begins
 */
record Growth(
    int first,
    int count,
    long firstNumber,
    long firstPersonNumber,
    long messages,
    long from,
    long to) {
  private static final int USUAL = 20;
  private static final int DIFFERENCE = 10;
  private static final int CYCLE = 10;
  private static final int SHORT_ONE = 3;
  private static final int LONG_ONE = 7;

  /** Of a year, the share that the feed of events reaches back: a week. */
  private static final double TOLD = 7.0 / 365;

  /** Everybody who brings more conversations than this many already wrote before. */
  private static final int PER_PERSON = 4;

  /** How many conversations hold so many messages, when the first of them is the given one. */
  static int conversations(int first, long messages) {
    int count = 0;
    for (long held = 0; held < messages; count++) {
      held += pattern(first + count);
    }
    return count;
  }

  /** How many contacts so many conversations have brought. */
  static int people(int conversations) {
    return (conversations + PER_PERSON - 1) / PER_PERSON;
  }

  /** The conversation that brings a contact. */
  static int bringing(int person) {
    return person * PER_PERSON;
  }

  int end() {
    return first + count;
  }

  long start(int conversation) {
    return from + (to - from) * (conversation - first) / count;
  }

  long number(int conversation) {
    return firstNumber + conversation - first;
  }

  long personNumber(int person) {
    return firstPersonNumber + person - people(first);
  }

  int messages(int conversation) {
    if (conversation < end() - 1) {
      return pattern(conversation);
    }
    long before = 0;
    int whole = (count - 1) / CYCLE * CYCLE;
    before += (long) whole * USUAL;
    for (int i = first + whole; i < conversation; i++) {
      before += pattern(i);
    }
    return (int) (messages - before);
  }

  boolean told(int conversation) {
    return conversation >= end() - Math.ceil(count * TOLD);
  }

  private static int pattern(int conversation) {
    return switch (conversation % CYCLE) {
      case SHORT_ONE -> USUAL - DIFFERENCE;
      case LONG_ONE -> USUAL + DIFFERENCE;
      default -> USUAL;
    };
  }
}
