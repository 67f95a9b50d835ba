package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void names_say_what_a_class_is() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Utils?|Helpers?|Manager|DTO|Dto)(\\$.*)?")
        .because("such a name says nothing that the class does not")
        .check(House.CLASSES);
  }

  @Test
  void packages_are_named_after_features() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..impl..")
        .because("what has no better home has no owner")
        .check(House.CLASSES);
  }

  @Test
  void every_package_says_what_is_null() {
    Set<String> unmarked =
        House.CLASSES.stream()
            .map(JavaClass::getPackage)
            .filter(p -> !isMarked(p))
            .map(JavaPackage::getName)
            .collect(Collectors.toSet());
    assertThat(unmarked).as("packages without a @NullMarked package-info").isEmpty();
  }

  private static boolean isMarked(JavaPackage p) {
    return p.tryGetPackageInfo().map(info -> info.isAnnotatedWith(NullMarked.class)).orElse(false);
  }
}
