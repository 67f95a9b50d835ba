package dev.parley.bootstrap.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.persistence.setup.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the service at random moments while mails arrive and agents answer. Its size and its
 * moments are set by {@code -Dparley.kills}, {@code -Dparley.mails} and {@code -Dparley.seed}; what
 * the operating system makes of the moments differs from run to run.
 */
@Timeout(3600)
class KillIT {
  private static final Duration SETTLING = Duration.ofMinutes(5);
  private static final int UP_MILLIS = 4_000;
  private static final int STARTING_MILLIS = 4_000;
  private static final double WHILE_STARTING = 0.2;
  private static final Pattern LETTER = Pattern.compile("letter-(\\d+)\\.");

  private final int kills = Integer.getInteger("parley.kills", 5);
  private final int mails = Integer.getInteger("parley.mails", 200);
  private final long seed = Long.getLong("parley.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Insistent time = new Insistent();
  private final Map<Victim, Integer> killed = new TreeMap<>();
  private final List<Long> readyMillis = new ArrayList<>();

  @TempDir Path directory;

  /** What a kill hits. */
  private enum Victim {
    SERVICE,
    SERVICE_WITH_DATABASE,
    DATABASE,
    SERVICE_WHILE_STARTING
  }

  @Test
  void loses_and_doubles_nothing_however_often_it_is_killed() throws Exception {
    System.out.printf("KillIT: %d kills, %d mails, seed %d%n", kills, mails, seed);
    long begun = System.nanoTime();
    try (ParleyProcess parley =
            ParleyProcess.in(directory)
                .with("PARLEY_OPERATOR_TOKEN", Dixa.OPERATOR)
                .with("PARLEY_OUTBOUND_ALLOW_PRIVATE", "true")
                .start();
        Desk desk = Desk.open(parley, "kills");
        Correspondence letters = new Correspondence(desk, mails, seed)) {
      for (int life = 1; life <= kills; life++) {
        letters.writeUpTo(mails * life / kills);
        time.pause(random.nextInt(UP_MILLIS));
        kill(parley);
      }
      letters.awaitAllAnswered(SETTLING);
      Awaitility.await().atMost(SETTLING).until(() -> inHand(parley) == 0);
      requireEveryMailOnce(parley, desk);
      requireEveryAnswer(letters);
    }
    System.out.printf(
        "KillIT: killed %s, ready again in ms %s, %d s in all%n",
        killed, times(), Duration.ofNanos(System.nanoTime() - begun).toSeconds());
  }

  private void kill(ParleyProcess parley) {
    switch (hit(random.nextInt(10))) {
      case DATABASE -> parley.killDatabase();
      case SERVICE_WITH_DATABASE -> {
        parley.killWithDatabase();
        startAgain(parley);
      }
      default -> {
        parley.kill();
        startAgain(parley);
      }
    }
    long begun = System.nanoTime();
    parley.awaitReady();
    readyMillis.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
  }

  private Victim hit(int die) {
    Victim victim =
        die == 0 ? Victim.DATABASE : die < 4 ? Victim.SERVICE_WITH_DATABASE : Victim.SERVICE;
    killed.merge(victim, 1, Integer::sum);
    return victim;
  }

  private void startAgain(ParleyProcess parley) {
    parley.launchAgain();
    while (random.nextDouble() < WHILE_STARTING) {
      time.pause(random.nextInt(STARTING_MILLIS));
      killed.merge(Victim.SERVICE_WHILE_STARTING, 1, Integer::sum);
      parley.kill();
      parley.launchAgain();
    }
  }

  private LongSummaryStatistics times() {
    return readyMillis.stream().mapToLong(Long::longValue).summaryStatistics();
  }

  private static long inHand(ParleyProcess parley) throws Exception {
    return ask(
        parley,
        """
        select (select count(*) from parley.raw_inbound where state = 'new')
             + (select count(*) from parley.outbox)
        """);
  }

  private void requireEveryMailOnce(ParleyProcess parley, Desk desk) throws Exception {
    assertThat(ask(parley, "select count(*) from parley.raw_inbound where state = 'parked'"))
        .isZero();
    assertThat(ask(parley, "select count(*) from parley.conversation")).isEqualTo(mails);
    List<Integer> found =
        LongStream.rangeClosed(1, mails)
            .boxed()
            .flatMap(number -> lettersIn(desk.messages(number)).stream())
            .sorted()
            .toList();
    assertThat(found).isEqualTo(IntStream.range(0, mails).boxed().toList());
  }

  private static List<Integer> lettersIn(JsonNode messages) {
    List<Integer> letters = new ArrayList<>();
    for (JsonNode message : messages) {
      Set<Integer> named = new HashSet<>();
      Matcher letter = LETTER.matcher(message.at("/attributes/emailContent").toString());
      while (letter.find()) {
        named.add(Integer.valueOf(letter.group(1)));
      }
      letters.addAll(named);
    }
    return letters;
  }

  private void requireEveryAnswer(Correspondence letters) {
    Set<Long> all = LongStream.rangeClosed(1, mails).boxed().collect(Collectors.toSet());
    assertThat(letters.acknowledged()).isEqualTo(all);
    Map<Long, List<String>> received = letters.received();
    assertThat(received.keySet()).isEqualTo(all);
    assertThat(received.values()).allSatisfy(copies -> assertThat(Set.copyOf(copies)).hasSize(1));
    Set<String> ids = received.values().stream().map(List::getFirst).collect(Collectors.toSet());
    assertThat(ids).hasSize(mails);
    System.out.printf(
        "KillIT: %d answers, %d copies%n",
        all.size(), received.values().stream().mapToInt(List::size).sum());
  }

  private static long ask(ParleyProcess parley, String query) throws Exception {
    String url = Files.readString(parley.data().resolve("database-url")).strip();
    try (Connection connection = DatabaseUrl.parse(url).connect();
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
