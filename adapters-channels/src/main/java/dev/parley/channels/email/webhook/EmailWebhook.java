package dev.parley.channels.email.webhook;

import dev.parley.channels.support.StandardSignature;
import dev.parley.channels.support.WebhookReceiver;
import dev.parley.channels.support.WebhookRequest;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.Secret;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Mails that a mail server posts as they are ({@code message/rfc822}), signed with the endpoint's
 * secret. The envelope is not asked for: only the body is signed, and which endpoint a mail is for
 * is told by the address it is posted to.
 */
public final class EmailWebhook implements WebhookReceiver {
  private static final String TYPE = "message/rfc822";

  private final int largestMail;
  private final InstantSource clock;

  /**
   * @param largestMail in bytes
   */
  public EmailWebhook(int largestMail, InstantSource clock) {
    this.largestMail = largestMail;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public int largestBody() {
    return largestMail;
  }

  @Override
  public Judgement judge(WebhookRequest request, ContactEndpoint endpoint) {
    String type = request.header("content-type").orElse("").strip().toLowerCase(Locale.ROOT);
    if (!type.equals(TYPE) && !type.startsWith(TYPE + ";")) {
      return new Judgement.WrongType();
    }
    List<Secret> secrets =
        Stream.of("secret", "previousSecret")
            .map(endpoint.secrets()::get)
            .filter(Objects::nonNull)
            .toList();
    return StandardSignature.judge(request, secrets, clock.instant());
  }
}
