package dev.parley.benchmarks.data;

import dev.parley.benchmarks.data.Seeds.What;
import dev.parley.persistence.setup.DatabaseUrl;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Organizations of very different size with a year of mails. What can be drawn is known without
 * asking the database; the same seed gives the same texts.
 *
 * <p>Draw from many threads, but fill from one, and draw nothing meanwhile.
 */
public final class Dataset {
  private static final Duration SPAN = Duration.ofDays(365);

  /** Keeps the last mails of the last conversation in the past. */
  private static final Duration MARGIN = Duration.ofDays(1);

  private static final int PER_HEAVY_CONVERSATION = 20;

  private final List<History> histories;
  private final Texts texts;
  private final Filler filler;
  private final Instant founded;
  private int growths;
  private long queued;
  private long heavyPeople;
  private long heavyConversations;
  private final AtomicLong messages = new AtomicLong();

  private Dataset(List<Tenant> tenants, Filler filler, Texts texts, long seed, Instant founded) {
    this.filler = filler;
    this.texts = texts;
    this.founded = founded;
    this.histories =
        IntStream.range(0, tenants.size())
            .mapToObj(i -> new History(tenants.get(i), Seeds.of(seed, What.TENANT, i), texts))
            .toList();
  }

  /**
   * Founds organizations through a running service.
   *
   * @param service its base, without a path
   * @param operatorToken what {@code PARLEY_OPERATOR_TOKEN} is
   * @param superuser a login to its database that may do everything
   * @param agents of the largest organization; the others have fewer, at least one
   * @param mailServer the port, on this machine, of the server their mails leave by
   * @throws IllegalStateException when the service or the database refuses something
   */
  public static Dataset found(
      URI service,
      String operatorToken,
      DatabaseUrl superuser,
      int organizations,
      int agents,
      int mailServer,
      long seed) {
    Founding founding = new Founding(service, operatorToken, mailServer);
    List<Tenant> tenants =
        IntStream.range(0, organizations)
            .mapToObj(i -> founding.found(i + 1, Math.max(1, agents / (i + 1))))
            .toList();
    return of(tenants, superuser, seed, Instant.now());
  }

  /**
   * With organizations that exist and are empty.
   *
   * @param tenants the one to become largest first
   */
  static Dataset of(List<Tenant> tenants, DatabaseUrl superuser, long seed, Instant founded) {
    Texts texts = new Texts(seed);
    try {
      Filler filler = new Filler(new Database(superuser), texts);
      Dataset dataset = new Dataset(tenants, filler, texts, seed, founded);
      dataset.messages.set(filler.messages());
      return dataset;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Adds conversations until the database holds so many messages, those of others among them, and
   * does for the tables what a server does in quiet hours. Each growth is later than the one
   * before. Large ones take the indexes away meanwhile: the service works, but slowly.
   *
   * @throws IllegalStateException when the database refuses something
   */
  public void growTo(long messages) {
    try {
      long present = filler.messages();
      if (present < messages) {
        grow(messages - present, messages > 2 * present);
      }
      filler.settle();
      this.messages.set(filler.messages());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void grow(long more, boolean muchMore) throws SQLException {
    List<Growth> added = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      added.add(grow(histories.get(i), share(more, i)));
    }
    growths++;
    Batch batch = new Grown(histories, added);
    if (muchMore) {
      filler.writeMany(batch);
    } else {
      filler.write(batch);
    }
  }

  private Growth grow(History history, long share) throws SQLException {
    int first = history.conversations();
    int count = Growth.conversations(first, share);
    int people = Growth.people(first + count) - Growth.people(first);
    long[] numbers = filler.reserve(history.number(), count, people);
    Growth growth =
        new Growth(
            first, count, numbers[0], numbers[1], share, border(growths), border(growths + 1));
    history.add(growth);
    return growth;
  }

  /** Each growth takes half of the time that is left. */
  private long border(int growth) {
    long end = founded.minus(MARGIN).toEpochMilli();
    return end - (SPAN.toMillis() >> growth);
  }

  /** By Zipf's law; what rounding leaves is the largest one's. */
  private long share(long of, int index) {
    if (index > 0) {
      return (long) (of / ((index + 1) * weights()));
    }
    return of - IntStream.range(1, histories.size()).mapToLong(i -> share(of, i)).sum();
  }

  private double weights() {
    return IntStream.range(0, histories.size()).mapToDouble(i -> 1.0 / (i + 1)).sum();
  }

  /** Largest first, with what they have now. */
  public List<Tenant> tenants() {
    return histories.stream().map(History::tenant).toList();
  }

  /** How many the database held after the last time that something was filled in. */
  public long messages() {
    return messages.get();
  }

  /** The larger, the likelier. Only those that have conversations. */
  public Tenant randomTenant(SplittableRandom random) {
    double drawn = random.nextDouble() * weights();
    for (int i = 0; i < histories.size(); i++) {
      drawn -= 1.0 / (i + 1);
      if (drawn < 0 && histories.get(i).conversations() > 0) {
        return histories.get(i).tenant();
      }
    }
    return histories.getFirst().tenant();
  }

  /**
   * Any of its conversations, each as likely as the others.
   *
   * @throws IllegalArgumentException when it has none
   */
  public ConversationRef randomConversation(Tenant tenant, SplittableRandom random) {
    History history = history(tenant);
    return history.story(random.nextInt(history.conversations())).ref();
  }

  /**
   * Any of its contacts.
   *
   * @throws IllegalArgumentException when it has none
   */
  public UUID randomContact(Tenant tenant, SplittableRandom random) {
    History history = history(tenant);
    return history.person(random.nextInt(Growth.people(history.conversations()))).id();
  }

  /**
   * Open conversations of one message that wait in the default queue, the longest waiting first.
   * Ends like {@link #growTo}: what tidies up after so many must not run beside a measurement.
   *
   * @throws IllegalStateException when the database refuses something
   */
  public List<ConversationRef> addQueued(Tenant tenant, int count) {
    History history = history(tenant);
    try {
      long number = filler.reserve(tenant.number(), count, 0)[0];
      long start = Instant.now().toEpochMilli() - count;
      List<Story> stories = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        long index = queued++;
        Person requester = history.anybody(Seeds.of(index, What.QUEUED, tenant.number()));
        stories.add(
            history.apart(
                What.QUEUED, index, number + i, requester, start + i, 1, Story.Ending.QUEUED));
      }
      filler.write(Batch.of(List.of(), stories));
      filler.settle();
      messages.addAndGet(count);
      return stories.stream().map(Story::ref).toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * One person with so many messages, 20 in each conversation, over the year.
   *
   * @param count a multiple of 20
   * @throws IllegalStateException when the database refuses something
   */
  public UUID addHeavyContact(Tenant tenant, int count) {
    History history = history(tenant);
    int conversations = count / PER_HEAVY_CONVERSATION;
    try {
      long[] numbers = filler.reserve(tenant.number(), conversations, 1);
      long from = border(0);
      Person person = history.personApart(heavyPeople++, numbers[1], from);
      List<Story> stories = new ArrayList<>();
      for (int i = 0; i < conversations; i++) {
        long start = from + (border(Long.SIZE - 1) - from) * i / conversations;
        stories.add(
            history.apart(
                What.HEAVY,
                heavyConversations++,
                numbers[0] + i,
                person,
                start,
                PER_HEAVY_CONVERSATION,
                Story.Ending.CLOSED));
      }
      filler.write(Batch.of(List.of(person), stories));
      messages.addAndGet((long) conversations * PER_HEAVY_CONVERSATION);
      return person.id();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A word that one of about 20,000 messages has. */
  public String rareWord(SplittableRandom random) {
    return texts.vocabulary().word(texts.vocabulary().drawRare(random));
  }

  /** A word that some of a hundred messages have. */
  public String commonWord(SplittableRandom random) {
    return texts.vocabulary().word(texts.vocabulary().drawCommon(random));
  }

  /** Two words that one of about 2,000 messages has beside each other. */
  public String phrase(SplittableRandom random) {
    return texts.phrase(random);
  }

  /** A text such as a message has, of letters, blanks and full stops. */
  public String text(SplittableRandom random) {
    return texts.written(texts.message(random.nextLong()));
  }

  private History history(Tenant tenant) {
    return histories.stream()
        .filter(history -> history.number() == tenant.number())
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("No such organization: " + tenant.number()));
  }
}
