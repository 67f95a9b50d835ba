package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayersTest {
  static final List<String> ALL = House.LAYERS;

  @ParameterizedTest
  @FieldSource("ALL")
  void no_layer_is_empty(String layer) {
    assertThat(House.CLASSES.that(resideInAPackage(layer))).isNotEmpty();
  }

  @Test
  void the_domain_depends_on_nothing() {
    classes()
        .that()
        .resideInAPackage(House.DOMAIN)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", House.DOMAIN)
        .because("what a conversation may do must outlive every framework")
        .check(House.CLASSES);
  }

  @Test
  void the_application_depends_on_the_domain_and_mutiny() {
    classes()
        .that()
        .resideInAPackage(House.APPLICATION)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.jspecify..", "io.smallrye.mutiny..", House.DOMAIN, House.APPLICATION)
        .because("use cases know ports, not what is behind them")
        .check(House.CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {House.REST, House.PERSISTENCE, House.CHANNELS})
  void adapters_see_neither_each_other_nor_their_wiring(String adapter) {
    noClasses()
        .that()
        .resideInAPackage(adapter)
        .should()
        .dependOnClassesThat(
            resideInAPackage(House.REST)
                .or(resideInAPackage(House.PERSISTENCE))
                .or(resideInAPackage(House.CHANNELS))
                .or(resideInAPackage(House.BOOTSTRAP))
                .and(not(resideInAPackage(adapter))))
        .because("each of them can be replaced without touching another")
        .check(House.CLASSES);
  }

  @Test
  void only_the_wiring_names_handlers() {
    noClasses()
        .that()
        .resideOutsideOfPackages(House.BOOTSTRAP, House.APPLICATION)
        .should()
        .dependOnClassesThat(House.handlers())
        .because("adapters call the use case, whoever carries it out")
        .check(House.CLASSES);
    assertThat(House.CLASSES.that(House.handlers())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.parley.domain.(*)..",
        "dev.parley.application.(*)..",
        "dev.parley.rest.dixa.(*).."
      })
  void features_form_no_cycles(String features) {
    slices()
        .matching(features)
        .should()
        .beFreeOfCycles()
        // Not a feature: an author is an agent or a contact, an actor has an agent's permissions.
        .ignoreDependency(resideInAPackage("..shared.."), alwaysTrue())
        .because("a feature can be understood after those it builds on")
        .check(House.CLASSES);
  }

  @Test
  void every_class_belongs_to_a_layer() {
    assertThat(House.CLASSES)
        .extracting(JavaClass::getPackageName)
        .allMatch(
            name ->
                House.LAYERS.stream()
                    .map(layer -> layer.replace("..", ""))
                    .anyMatch(name::startsWith));
  }
}
