package dev.parley.rest.support;

/** Carries a {@link Failure} to the dialect that words it. */
public final class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public RequestRefused(Failure failure) {
    super(failure.getClass().getSimpleName(), null, false, false);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }

  public static RequestRefused badPath(String name) {
    return new RequestRefused(new Failure.BadValue(Failure.Place.PATH, name));
  }

  public static RequestRefused badQuery(String name) {
    return new RequestRefused(new Failure.BadValue(Failure.Place.QUERY, name));
  }

  public static RequestRefused badHeader(String name) {
    return new RequestRefused(new Failure.BadValue(Failure.Place.HEADER, name));
  }

  public static RequestRefused badBody(String path, String rule) {
    return new RequestRefused(new Failure.BadBody(path, rule));
  }
}
