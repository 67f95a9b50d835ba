package dev.parley.domain.webhook;

import dev.parley.domain.channel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What proves to the receiver that a post is ours: 32 random bytes in hexadecimal. For a while
 * after a rotation posts are signed with the former one too, so that the receiver can change its
 * own copy without a gap.
 */
public record SigningKey(Secret present, Optional<Former> former) {
  /** How long the former key goes on signing. */
  public static final Duration OVERLAP = Duration.ofHours(24);

  public static SigningKey of(Secret key) {
    return new SigningKey(key, Optional.empty());
  }

  /** The key before the last rotation. */
  public record Former(Secret key, Instant until) {}

  public SigningKey rotated(Secret next, Instant at) {
    return new SigningKey(next, Optional.of(new Former(present, at.plus(OVERLAP))));
  }

  /** The keys to sign with, the present one first. */
  public List<Secret> inForce(Instant at) {
    return former
        .filter(old -> old.until().isAfter(at))
        .map(old -> List.of(present, old.key()))
        .orElseGet(() -> List.of(present));
  }
}
