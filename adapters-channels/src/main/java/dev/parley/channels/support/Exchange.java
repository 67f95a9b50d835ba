package dev.parley.channels.support;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/** Requests that follow one another, and that can be ended from another thread. */
final class Exchange {
  private @Nullable HttpUriRequestBase current;
  private boolean ended;

  /** Makes it the request that is ended; at once when that has been asked for already. */
  synchronized HttpUriRequestBase with(HttpUriRequestBase request) {
    current = request;
    if (ended) {
      request.cancel();
    }
    return request;
  }

  /** Closes the connection of the current request; it and those after it fail. */
  synchronized void end() {
    ended = true;
    if (current != null) {
      current.cancel();
    }
  }
}
