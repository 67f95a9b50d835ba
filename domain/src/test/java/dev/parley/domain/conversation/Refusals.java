package dev.parley.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a command is refused with. */
final class Refusals {
  private Refusals() {}

  static ObjectAssert<DomainError> assertRefused(ThrowingCallable command) {
    DomainException refusal = catchThrowableOfType(DomainException.class, command);
    assertThat(refusal).as("the refusal").isNotNull();
    return assertThat(refusal.error());
  }
}
