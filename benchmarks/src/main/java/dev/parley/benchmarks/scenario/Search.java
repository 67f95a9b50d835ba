package dev.parley.benchmarks.scenario;

import dev.parley.benchmarks.data.Dataset;
import dev.parley.benchmarks.data.Tenant;
import dev.parley.benchmarks.load.Request;
import dev.parley.benchmarks.load.RequestSource;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** W5. */
final class Search extends Requests {
  private static final int RARE = 70;
  private static final int COMMON = 25;
  private static final int PHRASE = 5;
  private static final int SAMPLES = 64;

  Search() {
    super(
        "W5",
        "Search",
        "requests",
        "GET /v1/search/conversations: a rare word "
            + RARE
            + " %, a common one "
            + COMMON
            + " %, a phrase of two "
            + PHRASE
            + " %",
        new Rate(50),
        new Rate(200));
  }

  @Override
  public RequestSource requests(World world, SplittableRandom random) {
    Dataset data = world.data();
    return () -> {
      Tenant tenant = data.randomTenant(random);
      int kind = random.nextInt(RARE + COMMON + PHRASE);
      URI service = world.service().address();
      if (kind < RARE) {
        return request(service, tenant, data.rareWord(random), false);
      }
      return kind < RARE + COMMON
          ? request(service, tenant, data.commonWord(random), false)
          : request(service, tenant, data.phrase(random), true);
    };
  }

  private static Request request(URI service, Tenant tenant, String query, boolean exact) {
    return Dixa.get(
        service,
        tenant,
        "search/conversations?query="
            + URLEncoder.encode(query, StandardCharsets.UTF_8)
            + (exact ? "&exactMatch=true" : ""));
  }

  @Override
  Seen see(Recording recording) {
    SplittableRandom random = new SplittableRandom(1);
    Dataset data = recording.data();
    return Reading.mixed(
        List.of(
            see(recording, "rare", RARE, sample(() -> data.rareWord(random)), false),
            see(recording, "common", COMMON, sample(() -> data.commonWord(random)), false),
            see(recording, "phrase", PHRASE, sample(() -> data.phrase(random)), true)));
  }

  private static List<String> sample(Supplier<String> queries) {
    return IntStream.range(0, SAMPLES).mapToObj(_ -> queries.get()).toList();
  }

  /** The words of the query recorded stand for those of all samples, place by place. */
  private static Seen see(
      Recording recording, String name, int weight, List<String> samples, boolean exact) {
    List<Tenant> tenants = recording.data().tenants();
    Tenant tenant = tenants.getFirst();
    List<String> words = List.of(samples.getFirst().split(" "));
    Map<String, String> known = new HashMap<>();
    for (int place = 0; place < words.size(); place++) {
      int of = place;
      List<String> all = new ArrayList<>();
      samples.forEach(sample -> all.add("'" + sample.split(" ", -1)[of] + "'"));
      known.put(
          words.get(place),
          all.stream().collect(Collectors.joining(", ", "(array[", "])[:sample::integer]")));
    }
    return Reading.see(
        recording,
        name,
        weight,
        tenant,
        request(recording.service(), tenant, samples.getFirst(), exact),
        Choice.organization(tenants) + "\\set sample random(1, " + SAMPLES + ")\n",
        known);
  }
}
