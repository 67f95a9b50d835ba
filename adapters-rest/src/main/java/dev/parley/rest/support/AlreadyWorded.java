package dev.parley.rest.support;

/** Carries an answer that an operation words differently from its dialect's rule. */
public final class AlreadyWorded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  public AlreadyWorded(Answer answer) {
    super("answered " + answer.status(), null, false, false);
    this.answer = answer;
  }

  public Answer answer() {
    return answer;
  }
}
