package dev.parley.bootstrap.configuration;

import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Tries every setting against its rule before anything starts. */
public final class ConfigurationCheck {

  private static final String FOR_TESTS = "PARLEY_TEST_";

  private ConfigurationCheck() {}

  /** One line per wrong value, each naming its variable; empty when all is well. */
  public static List<String> problems(SmallRyeConfig config) {
    List<Setting> settings = Setting.all();
    List<String> problems = new ArrayList<>();
    for (Setting setting : settings) {
      problem(config, setting)
          .ifPresent(problem -> problems.add(setting.variable() + ": " + problem));
    }
    if (problems.isEmpty()) {
      problems.addAll(contradictions(config));
    }
    return problems;
  }

  /** Names that look like ours and are none: most likely misspelt, and without effect. */
  public static List<String> unknown(SmallRyeConfig config) {
    Set<String> known =
        Setting.all().stream().map(Setting::variable).collect(Collectors.toUnmodifiableSet());
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> name.startsWith("parley."))
        .map(Setting::variable)
        .filter(variable -> !known.contains(variable) && !variable.startsWith(FOR_TESTS))
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> contradictions(SmallRyeConfig config) {
    boolean service = config.isPropertyPresent("parley.database-service-url");
    return service && !config.isPropertyPresent("parley.database-url")
        ? List.of("PARLEY_DATABASE_SERVICE_URL: needs PARLEY_DATABASE_URL too")
        : List.of();
  }

  private static Optional<String> problem(SmallRyeConfig config, Setting setting) {
    try {
      return Optional.ofNullable(config.getConfigValue(setting.property()).getValue())
          .flatMap(setting::problem);
    } catch (NoSuchElementException e) {
      return Optional.of("refers with ${...} to something that is not set");
    }
  }
}
