package dev.parley.channels.webhook;

import dev.parley.application.webhook.WebhookSender.Post;
import dev.parley.channels.support.Mac256;
import dev.parley.channels.support.StandardSignature;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.webhook.Credentials;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The headers of a post: the subscription's own, how we identify ourselves, and the signatures, in
 * Dixa's form and in that of Standard Webhooks. Both are HMAC-SHA-256 under the same key.
 */
final class SignedHeaders {
  private SignedHeaders() {}

  static Map<String, String> of(Post post) {
    Map<String, String> headers = new LinkedHashMap<>(post.to().headers().values());
    switch (post.to().credentials()) {
      case Credentials.None _ -> {}
      case Credentials.Basic(String username, Secret password) ->
          headers.put("Authorization", "Basic " + base64(username + ":" + password.value()));
      case Credentials.Bearer(Secret token) ->
          headers.put("Authorization", "Bearer " + token.value());
    }
    List<byte[]> keys =
        post.to().key().inForce(post.at()).stream()
            .map(key -> HexFormat.of().parseHex(key.value()))
            .toList();
    headers.put("X-DIXA-SIGNATURE", dixa(keys, post));
    headers.put("webhook-id", post.event().toString());
    headers.put("webhook-timestamp", Long.toString(post.at().getEpochSecond()));
    headers.put("webhook-signature", standard(keys, post));
    return headers;
  }

  private static String dixa(List<byte[]> keys, Post post) {
    String t = Long.toString(post.at().toEpochMilli());
    byte[] head = bytes(t + ".");
    return "t="
        + t
        + keys.stream()
            .map(key -> ",v1=" + HexFormat.of().formatHex(new Mac256(key).of(head, post.body())))
            .collect(Collectors.joining());
  }

  private static String standard(List<byte[]> keys, Post post) {
    String id = post.event().toString();
    Instant at = post.at();
    return keys.stream()
        .map(key -> new Secret("whsec_" + Base64.getEncoder().encodeToString(key)))
        .map(key -> StandardSignature.sign(key, id, at, post.body()))
        .collect(Collectors.joining(" "));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
