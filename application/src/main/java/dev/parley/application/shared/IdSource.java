package dev.parley.application.shared;

import java.util.UUID;

/** Where new ids come from. */
@FunctionalInterface
public interface IdSource {
  /** Time-ordered (RFC 9562 version 7) and unguessable enough for nothing: never a secret. */
  UUID next();
}
