package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is told apart by the path of a request; each could be deleted without touching another. */
class DialectsTest {
  private static final String SUPPORT = "dev.parley.rest.support..";

  static final List<String> DIALECTS =
      List.of("dev.parley.rest.dixa..", "dev.parley.rest.operator..", "dev.parley.rest.files..");

  @ParameterizedTest
  @FieldSource("DIALECTS")
  void a_dialect_depends_on_no_other(String dialect) {
    noClasses()
        .that()
        .resideInAPackage(dialect)
        .should()
        .dependOnClassesThat(
            resideInAPackage(House.REST)
                .and(not(resideInAPackage(dialect)))
                .and(not(resideInAPackage(SUPPORT))))
        .because("a dialect owns its words, shapes and codes")
        .check(House.CLASSES);
  }

  @Test
  void support_knows_no_dialect() {
    noClasses()
        .that()
        .resideInAPackage(SUPPORT)
        .should()
        .dependOnClassesThat(resideInAPackage(House.REST).and(not(resideInAPackage(SUPPORT))))
        .because("what all dialects share must not change with one of them")
        .check(House.CLASSES);
  }

  @Test
  void every_dialect_is_named_here() {
    assertThat(House.CLASSES.that(resideInAPackage(House.REST)))
        .extracting(type -> type.getPackageName().split("\\.", -1)[3])
        .containsOnly("dixa", "operator", "files", "support");
  }
}
