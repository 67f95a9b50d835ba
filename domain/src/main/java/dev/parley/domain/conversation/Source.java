package dev.parley.domain.conversation;

import dev.parley.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where an imported conversation was before.
 *
 * @param channelName what the medium is called there
 * @param externalId its id there, unique under that name in the organization; gone after
 *     anonymization
 */
public record Source(String channelName, @Nullable String externalId) {
  public static final int NAME_MAX = 100;

  public Source {
    channelName = Text.required("channelName", channelName, NAME_MAX);
    if (externalId != null) {
      externalId = Text.required("externalId", externalId, Message.EXTERNAL_ID_MAX);
    }
  }

  Source anonymous() {
    return new Source(channelName, null);
  }
}
