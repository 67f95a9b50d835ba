package dev.parley.rest.support;

import java.util.Map;

/**
 * A worded failure.
 *
 * @param body what becomes JSON
 */
public record Answer(int status, Object body, Map<String, String> headers) {
  public Answer {
    headers = Map.copyOf(headers);
  }

  public Answer(int status, Object body) {
    this(status, body, Map.of());
  }
}
