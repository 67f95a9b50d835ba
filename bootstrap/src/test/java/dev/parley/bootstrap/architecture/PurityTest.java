package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PurityTest {
  private static final Set<String> TIME_AND_CHANCE =
      Set.of(
          Instant.class.getName() + ".now",
          Clock.class.getName() + ".systemUTC",
          Clock.class.getName() + ".systemDefaultZone",
          InstantSource.class.getName() + ".system",
          UUID.class.getName() + ".randomUUID",
          System.class.getName() + ".currentTimeMillis",
          System.class.getName() + ".nanoTime",
          System.class.getName() + ".getenv",
          System.class.getName() + ".getProperty",
          Math.class.getName() + ".random");

  private static final Set<String> WAITING =
      Set.of(
          Uni.class.getName() + ".await",
          Uni.class.getName() + ".subscribe",
          Uni.class.getName() + ".combine",
          Uni.class.getName() + ".join");

  private static final Set<String> VIRTUAL =
      Set.of(
          Thread.class.getName() + ".ofVirtual",
          Thread.class.getName() + ".startVirtualThread",
          Executors.class.getName() + ".newVirtualThreadPerTaskExecutor");

  @Test
  void the_core_takes_time_and_chance_from_outside() {
    noClasses()
        .that()
        .resideInAnyPackage(House.DOMAIN, House.APPLICATION, "dev.parley.rest..")
        .should(callMethodWhere(calls(TIME_AND_CHANCE)))
        .because("what depends on a hidden clock cannot be specified")
        .check(House.CLASSES);
  }

  @Test
  void the_core_waits_for_nothing() {
    noClasses()
        .that()
        .resideInAnyPackage(House.DOMAIN, House.APPLICATION, "dev.parley.rest..")
        .should(callMethodWhere(calls(WAITING)))
        .because(
            "waiting blocks an event loop, and statements of one session cannot run side by side")
        .check(House.CLASSES);
  }

  @Test
  void nothing_runs_on_virtual_threads() {
    noClasses()
        .should(callMethodWhere(calls(VIRTUAL)))
        .because("two that wait in the wrong place stop all of them on two cores: ADR 0024")
        .check(House.CLASSES);
  }

  @Test
  void handlers_keep_nothing_between_calls() {
    fields()
        .that()
        .areDeclaredInClassesThat(House.handlers())
        .should()
        .beFinal()
        .because("one handler serves all requests at once")
        .check(House.CLASSES);
  }

  private static DescribedPredicate<JavaMethodCall> calls(Set<String> methods) {
    return DescribedPredicate.describe(
        "one of " + methods,
        call ->
            methods.contains(call.getTargetOwner().getName() + "." + call.getTarget().getName()));
  }
}
