package dev.parley.rest.dixa.channel;

import dev.parley.application.channel.ContactEndpointAdministration;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.RequestRefused;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands for an endpoint in a path: an e-mail address, a telephone number or a UUID. */
final class EndpointKeys {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

  private EndpointKeys() {}

  static ContactEndpointAdministration.Key inPath(String text) {
    if (E164.matcher(text).matches()) {
      return new ContactEndpointAdministration.Key.ByAddress(Channel.TELEPHONY, text);
    }
    Optional<ContactEndpointAdministration.Key> byId =
        DixaIds.uuid(text)
            .map(ContactEndpointId::new)
            .map(ContactEndpointAdministration.Key.ById::new);
    return byId.orElseGet(
        () ->
            EmailAddress.parse(text)
                .<ContactEndpointAdministration.Key>map(
                    email ->
                        new ContactEndpointAdministration.Key.ByAddress(
                            Channel.EMAIL, email.value()))
                .orElseThrow(() -> RequestRefused.badPath("id")));
  }
}
