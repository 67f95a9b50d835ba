package dev.parley.channels.email.smtp;

import static dev.parley.channels.email.smtp.Stage.END_OF_DATA;
import static dev.parley.channels.email.smtp.Stage.GREETING;
import static dev.parley.channels.email.smtp.Stage.LOGIN;
import static dev.parley.channels.email.smtp.Stage.RECIPIENT;
import static dev.parley.channels.email.smtp.Stage.SENDER;

import dev.parley.application.channel.SendResult;
import dev.parley.application.channel.SendResult.AccountBroken;
import dev.parley.application.channel.SendResult.Ambiguous;
import dev.parley.application.channel.SendResult.Permanent;
import dev.parley.application.channel.SendResult.Retryable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** What a server's reply means for the message and the account. The first rule that fits counts. */
final class Verdicts {
  /** Somebody has to look at the account: its mails are taken for spam, or for forged. */
  static final String POLICY = "policy";

  static final String UNREACHABLE = "unreachable";

  /** The server asked for fewer connections. */
  static final String CLOSING = "server-closing";

  private static final String LOST = "connection-lost";

  /** Greylisting servers accept after some minutes; sooner only annoys them. */
  private static final Duration GREYLISTED = Duration.ofMinutes(5);

  /** A server that refuses at its greeting has blocked our address, which takes time to change. */
  private static final Duration REFUSED_AT_GREETING = Duration.ofHours(1);

  private static final Set<Integer> LOGIN_NEEDED = Set.of(530, 534, 535, 538);
  private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(501, 503, 550, 551, 553);

  private record Rule(BiPredicate<Stage, Reply> fits, Function<Reply, SendResult> result) {}

  private static final List<Rule> RULES =
      List.of(
          rule((stage, reply) -> reply.isPositive(), _ -> new SendResult.Accepted()),
          rule(
              (stage, reply) -> reply.isLost() && stage == END_OF_DATA,
              reply -> new Ambiguous("lost-after-data", reply.text())),
          rule((stage, reply) -> reply.isLost(), reply -> retry(LOST, reply)),
          rule(
              (stage, reply) -> stage == GREETING && reply.code() == 554,
              reply -> new Retryable("greeting-refused", reply.text(), REFUSED_AT_GREETING)),
          rule((stage, reply) -> reply.code() == 421, reply -> retry(CLOSING, reply)),
          rule(Verdicts::needsLogin, reply -> new AccountBroken("authentication", reply.text())),
          rule(
              (stage, reply) -> reply.code() == 450 || reply.code() == 451,
              reply -> new Retryable("greylisted", reply.text(), GREYLISTED)),
          rule((stage, reply) -> reply.code() < 500, reply -> retry("temporary", reply)),
          rule(
              (stage, reply) -> reply.says("5.2.2"),
              reply -> new Permanent("mailbox-full", reply.text())),
          rule(
              (stage, reply) -> reply.says("5.3.4") || reply.says("5.2.3") || reply.code() == 552,
              reply -> new Permanent("too-large", reply.text())),
          rule((stage, reply) -> reply.says("5.7"), reply -> new Permanent(POLICY, reply.text())),
          rule(
              Verdicts::hasNoSuchMailbox,
              reply -> new Permanent("recipient-unreachable", reply.text())),
          rule((stage, reply) -> true, reply -> new Permanent("refused", reply.text())));

  private Verdicts() {}

  static SendResult of(Stage stage, Reply reply) {
    return RULES.stream()
        .filter(rule -> rule.fits().test(stage, reply))
        .findFirst()
        .orElseThrow()
        .result()
        .apply(reply);
  }

  private static boolean needsLogin(Stage stage, Reply reply) {
    return LOGIN_NEEDED.contains(reply.code())
        || (reply.code() == 454 && reply.says("4.7.0"))
        || (reply.code() == 550 && reply.says("5.7.30"))
        || (stage == LOGIN && reply.code() >= 500);
  }

  private static boolean hasNoSuchMailbox(Stage stage, Reply reply) {
    return NO_SUCH_MAILBOX.contains(reply.code())
        && stage != SENDER
        && (reply.says("5.1") || (stage == RECIPIENT && reply.enhanced().isEmpty()));
  }

  private static SendResult retry(String code, Reply reply) {
    return new Retryable(code, reply.text(), null);
  }

  private static Rule rule(BiPredicate<Stage, Reply> fits, Function<Reply, SendResult> result) {
    return new Rule(fits, result);
  }
}
