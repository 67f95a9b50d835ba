package dev.parley.rest.support;

import dev.parley.application.idempotency.Subject;
import dev.parley.application.shared.Actor;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The request being answered. */
@RequestScoped
public class Call {
  private final Set<Subject> subjects = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Actor actor;
  private volatile @Nullable String keyId;

  /**
   * Whose token the request carries.
   *
   * @throws RequestRefused {@link Failure.NotAuthenticated} on paths that ask for no token
   */
  public Actor actor() {
    Actor known = actor;
    if (known == null) {
      throw new RequestRefused(new Failure.NotAuthenticated());
    }
    return known;
  }

  /**
   * Says whose personal data the answer will show, so that a kept copy of it can be emptied. Calls
   * add up.
   */
  public void shows(Subject subject) {
    subjects.add(subject);
  }

  /**
   * The id of the key that the request carries.
   *
   * @throws RequestRefused {@link Failure.NotAuthenticated} on paths that ask for no token
   */
  public String keyId() {
    String known = keyId;
    if (known == null) {
      throw new RequestRefused(new Failure.NotAuthenticated());
    }
    return known;
  }

  void madeBy(Actor known, String withKey) {
    actor = known;
    keyId = withKey;
  }

  Set<Subject> subjects() {
    return Set.copyOf(subjects);
  }
}
