package dev.parley.rest.dixa.channel;

import dev.parley.application.channel.ContactEndpointAdministration.Change;
import dev.parley.application.channel.ContactEndpointAdministration.NewEndpoint;
import dev.parley.application.shared.Patch;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Text;
import dev.parley.rest.dixa.channel.EndpointRequest.ServerRequest;
import dev.parley.rest.support.RequestRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request's fields as what the endpoint is to be called by, its settings and its secrets. */
final class EndpointWishes {
  private static final int SETTING_MAX = 2000;
  private static final int LIST_MAX = 50;
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");
  private static final Pattern PAGE_ID = Pattern.compile("[0-9]{1,30}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,40}");

  private final EndpointType type;
  private final EndpointRequest request;
  private final Map<String, Patch<String>> settings = new LinkedHashMap<>();
  private final Map<String, Patch<Secret>> secrets = new LinkedHashMap<>();
  private Patch<String> address = Patch.keep();

  private EndpointWishes(EndpointType type, EndpointRequest request) {
    this.type = type;
    this.request = request;
    switch (type) {
      case EMAIL -> email();
      case CHAT -> chat();
      case MESSENGER -> messenger();
      case TELEPHONY -> telephony();
      case API -> api();
    }
  }

  static NewEndpoint toMake(EndpointRequest request) {
    EndpointType type = EndpointType.inBody(request.type());
    EndpointWishes wishes = new EndpointWishes(type, request);
    wishes.requireAll();
    return new NewEndpoint(
        type.channel(),
        request.name().applyTo(null),
        wishes.address.applyTo(null),
        request.queueId().<QueueId>map(QueueId::new).applyTo(null),
        present(wishes.settings),
        present(wishes.secrets),
        type.generatedSecrets());
  }

  static Change toChange(EndpointType type, EndpointRequest request) {
    if (request.type() != null && EndpointType.inBody(request.type()) != type) {
      throw RequestRefused.badBody("_type", "cannot be changed");
    }
    EndpointWishes wishes = new EndpointWishes(type, request);
    if (wishes.address instanceof Patch.Clear) {
      throw RequestRefused.badBody(wishes.addressField(), "cannot be removed");
    }
    return new Change(
        request.name(),
        wishes.address,
        request.queueId().map(QueueId::new),
        wishes.settings,
        wishes.secrets);
  }

  private void email() {
    address = request.address().map(text -> new EmailAddress(text.strip()).value());
    setting("senderOverride", request.senderOverride());
    setting("replyAddress", request.replyAddress());
    server("imap", request.imap());
    server("smtp", request.smtp());
    secret("secret", request.secret());
  }

  private void chat() {
    setting("allowedOrigins", request.allowedOrigins().map(EndpointWishes::origins));
    secret("identitySecret", request.identitySecret());
  }

  private void messenger() {
    address = request.pageId().map(matching("pageId", PAGE_ID));
    setting("apiBaseUrl", request.apiBaseUrl().map(url("apiBaseUrl")));
    secret("pageAccessToken", request.pageAccessToken());
    secret("appSecret", request.appSecret());
    secret("verifyToken", request.verifyToken());
  }

  private void telephony() {
    address = request.number().map(matching("number", E164));
    setting("functionality", request.functionality().map(EndpointWishes::words));
  }

  private void api() {
    setting("webhookUrl", request.webhookUrl().map(url("webhookUrl")));
    secret("secret", request.secret());
  }

  private void requireAll() {
    switch (type) {
      case EMAIL, TELEPHONY -> require(addressField(), address);
      case MESSENGER -> {
        require(addressField(), address);
        require("pageAccessToken", request.pageAccessToken());
        require("appSecret", request.appSecret());
        require("verifyToken", request.verifyToken());
      }
      case CHAT, API -> {}
    }
  }

  private String addressField() {
    return switch (type) {
      case EMAIL -> "address";
      case MESSENGER -> "pageId";
      case TELEPHONY -> "number";
      case CHAT, API -> "_type";
    };
  }

  private void server(String protocol, Patch<ServerRequest> wish) {
    switch (wish) {
      case Patch.Keep<ServerRequest> _ -> {}
      case Patch.Clear<ServerRequest> _ ->
          server(
              protocol,
              new ServerRequest(
                  Patch.toValue(null),
                  Patch.toValue(null),
                  Patch.toValue(null),
                  Patch.toValue(null),
                  Patch.toValue(null),
                  Patch.toValue(null),
                  Patch.toValue(null)));
      case Patch.Set<ServerRequest>(ServerRequest server) -> server(protocol, server);
    }
  }

  private void server(String protocol, ServerRequest server) {
    setting(protocol + ".host", server.host());
    setting(protocol + ".port", server.port().map(port -> Integer.toString(port)));
    setting(protocol + ".security", server.security());
    setting(protocol + ".username", server.username());
    setting(protocol + ".folder", server.folder());
    setting(protocol + ".importFrom", server.importFrom());
    secret(protocol + ".password", server.password());
  }

  private void setting(String name, Patch<String> wish) {
    settings.put(name, wish.map(value -> Text.optional(name, value, SETTING_MAX)));
  }

  private void secret(String name, Patch<String> wish) {
    secrets.put(name, wish.map(Secret::new));
  }

  private static void require(String field, Patch<?> wish) {
    if (!(wish instanceof Patch.Set)) {
      throw RequestRefused.badBody(field, "is required");
    }
  }

  private static <T> Map<String, T> present(Map<String, Patch<T>> wishes) {
    Map<String, T> present = new HashMap<>();
    wishes.forEach(
        (name, wish) -> {
          if (wish instanceof Patch.Set<T>(T value)) {
            present.put(name, value);
          }
        });
    return present;
  }

  private static Function<String, String> matching(String field, Pattern form) {
    return text -> {
      if (!form.matcher(text).matches()) {
        throw RequestRefused.badBody(field, "is not of its form");
      }
      return text;
    };
  }

  private static Function<String, String> url(String field) {
    return text -> {
      if (!isHttp(text)) {
        throw RequestRefused.badBody(field, "must be an http or https URL");
      }
      return text;
    };
  }

  private static String origins(List<@Nullable String> origins) {
    return joined(
        "allowedOrigins",
        origins,
        origin -> isHttp(origin) && origin.matches("https?://[^/?#@\\s]+"));
  }

  private static String words(List<@Nullable String> words) {
    return joined("functionality", words, word -> WORD.matcher(word).matches());
  }

  private static String joined(
      String field, List<@Nullable String> parts, Predicate<String> sound) {
    if (parts.size() > LIST_MAX
        || !parts.stream().allMatch(part -> part != null && sound.test(part))) {
      throw RequestRefused.badBody(field, "has an element that is not of its form");
    }
    return String.join(" ", parts);
  }

  private static boolean isHttp(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
