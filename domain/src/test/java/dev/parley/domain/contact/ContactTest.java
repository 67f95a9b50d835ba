package dev.parley.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactTest {
  private static final String TOO_LONG = "x".repeat(Contact.Name.MAX + 1);

  @Test
  void aNameMayBeUnknown() {
    assertThat(Contact.Name.UNKNOWN).isEqualTo(new Contact.Name(null, null, List.of(), null));
  }

  @Test
  void everyPartOfANameHasAtMost200Characters() {
    assertThat(refusedPart(TOO_LONG, null, List.of(), null)).isEqualTo("displayName");
    assertThat(refusedPart(null, TOO_LONG, List.of(), null)).isEqualTo("firstName");
    assertThat(refusedPart(null, null, List.of("Q", TOO_LONG), null)).isEqualTo("middleNames");
    assertThat(refusedPart(null, null, List.of(), TOO_LONG)).isEqualTo("lastName");
  }

  private static String refusedPart(
      @Nullable String display,
      @Nullable String first,
      List<String> middle,
      @Nullable String last) {
    DomainException refusal =
        catchThrowableOfType(
            DomainException.class, () -> new Contact.Name(display, first, middle, last));
    return ((SharedError.InvalidField) refusal.error()).path();
  }
}
