package dev.parley.bootstrap.blackbox;

import dev.parley.bootstrap.blackbox.Dixa.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Customers who write one letter each, by a mailbox, by a provider's webhook or by both, and agents
 * who claim and answer every conversation. All of them try again until they have an answer.
 */
final class Correspondence implements AutoCloseable {
  private static final int CUSTOMERS = 20;
  private static final int PROVIDERS = 3;
  private static final int AGENTS = 3;
  private static final int BETWEEN_LETTERS_MILLIS = 30;
  private static final double REPEATS = 0.1;
  private static final Pattern ANSWER = Pattern.compile("answer-(\\d+)\\.");

  private final Desk desk;
  private final int letters;
  private final Random random;
  private final Insistent insistent = new Insistent();
  private final ExecutorService people = Executors.newCachedThreadPool();
  private final BlockingQueue<Integer> toPush = new LinkedBlockingQueue<>();
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicLong nextConversation = new AtomicLong(1);
  private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();
  private final List<Future<?>> working = new ArrayList<>();

  Correspondence(Desk desk, int letters, long seed) {
    this.desk = desk;
    this.letters = letters;
    this.random = new Random(seed);
    IntStream.range(0, CUSTOMERS).forEach(i -> desk.mail.mailbox(customer(i)));
    IntStream.range(0, PROVIDERS).forEach(i -> work(this::push));
    IntStream.range(0, AGENTS).forEach(i -> work(this::answer));
  }

  /** Lets the letters up to this number be written, over some time. */
  void writeUpTo(int number) {
    int from = written.getAndSet(number);
    work(() -> IntStream.range(from, number).forEach(this::write));
  }

  /** Waits for every letter to be accepted and every conversation to be answered. */
  void awaitAllAnswered(Duration patience) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + patience.toNanos();
    for (Future<?> one : working) {
      try {
        one.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        throw new AssertionError(
            "pushed %d, answered %d of %d".formatted(accepted.get(), acknowledged.size(), letters),
            e);
      }
    }
  }

  /** Conversations whose answer the service has acknowledged. */
  Set<Long> acknowledged() {
    return new TreeSet<>(acknowledged.keySet());
  }

  /** The Message-IDs of all copies of each answer that reached its customer. */
  Map<Long, List<String>> received() {
    Map<Long, List<String>> received = new TreeMap<>();
    IntStream.range(0, CUSTOMERS)
        .mapToObj(i -> desk.mail.mails(customer(i)))
        .flatMap(List::stream)
        .forEach(
            mail -> {
              String raw = new String(MailPeer.raw(mail), StandardCharsets.UTF_8);
              Matcher answer = ANSWER.matcher(raw);
              if (!answer.find()) {
                throw new AssertionError("not an answer of ours:\n" + raw);
              }
              received
                  .computeIfAbsent(Long.valueOf(answer.group(1)), _ -> new ArrayList<>())
                  .add(header(raw, "Message-ID"));
            });
    return received;
  }

  @Override
  public void close() {
    insistent.giveUp();
    people.close();
  }

  private void work(Runnable task) {
    working.add(people.submit(task));
  }

  private void write(int number) {
    insistent.pause(random.nextInt(BETWEEN_LETTERS_MILLIS));
    switch (Way.of(number)) {
      case MAILBOX -> desk.mail.put(letter(number), Desk.ADDRESS);
      case WEBHOOK -> toPush.add(number);
      case BOTH -> {
        desk.mail.put(letter(number), Desk.ADDRESS);
        toPush.add(number);
      }
    }
  }

  private void push() {
    while (accepted.get() < Way.pushed(letters)) {
      Integer number = toPush.poll();
      if (number == null) {
        insistent.pause(BETWEEN_LETTERS_MILLIS);
        continue;
      }
      byte[] letter = letter(number).getBytes(StandardCharsets.UTF_8);
      insistent.until(
          () ->
              Webhook.post(
                  desk.api.url("/channels/email/" + desk.endpoint),
                  "push-" + number,
                  desk.webhookSecret,
                  letter),
          status -> status == 200 || status == 202);
      accepted.incrementAndGet();
    }
  }

  private void answer() {
    for (long number = nextConversation.getAndIncrement();
        number <= letters;
        number = nextConversation.getAndIncrement()) {
      answer(number);
    }
  }

  private void answer(long number) {
    String path = "/v1/conversations/" + number;
    insistent.until(() -> desk.api.get(path), answer -> answer.status() == 200);
    Map<String, String> claim = Map.of("agentId", desk.agent);
    insistent
        .until(() -> desk.api.put(path + "/claim", claim), Correspondence::isFinal)
        .expect(204);
    String key = "answer-" + number;
    Map<String, Object> message =
        Map.of(
            "_type",
            "Outbound",
            "agentId",
            desk.agent,
            "externalId",
            key,
            "content",
            Map.of("_type", "Text", "value", key + "."));
    Answer first = insistent.until(() -> post(path, key, message), Correspondence::isFinal);
    acknowledge(number, first);
    if (first.status() == 200 && random.nextDouble() < REPEATS) {
      acknowledge(number, insistent.until(() -> post(path, key, message), Correspondence::isFinal));
    }
  }

  private Answer post(String conversation, String key, Object message) {
    return desk.api.send("POST", conversation + "/messages", message, "Idempotency-Key", key);
  }

  /** After a crash between the work and the note of it, the external id tells that it was done. */
  private void acknowledge(long number, Answer answer) {
    if (answer.status() == 400 && answer.body().contains("Duplicate externalId")) {
      acknowledged.putIfAbsent(number, "before a crash");
      return;
    }
    String message = answer.expect(200).text("/messageId");
    String before = acknowledged.putIfAbsent(number, message);
    if (before != null && !before.equals(message)) {
      throw new AssertionError("answered twice, as " + before + " and " + message);
    }
  }

  /** 409 says that the request with this key is still under way. */
  private static boolean isFinal(Answer answer) {
    return answer.status() < 500 && answer.status() != 409;
  }

  private static String letter(int number) {
    return String.join(
        "\r\n",
        "From: Customer <" + customer(number) + ">",
        "To: " + Desk.ADDRESS,
        "Subject: A letter",
        "Message-ID: <letter-" + number + "@customers.example>",
        "Date: Fri, 20 Nov 2026 10:00:00 +0000",
        "",
        "This is letter-" + number + ".",
        "");
  }

  private static String customer(int number) {
    return "customer" + number % CUSTOMERS + "@customers.example";
  }

  private static String header(String raw, String name) {
    Matcher header = Pattern.compile("(?im)^" + name + ":\\s*(\\S+)").matcher(raw);
    if (!header.find()) {
      throw new AssertionError("no " + name + ":\n" + raw);
    }
    return header.group(1);
  }

  /** How a letter travels. */
  private enum Way {
    MAILBOX,
    WEBHOOK,
    BOTH;

    static Way of(int number) {
      return values()[number % values().length];
    }

    /** How many of the first letters a provider pushes. */
    static int pushed(int letters) {
      return (int) IntStream.range(0, letters).filter(i -> of(i) != MAILBOX).count();
    }
  }
}
