package dev.parley.bootstrap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** Every class of the product, and the words for its parts. */
final class House {
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(
              // The test-jars of other modules are jars like any other.
              location -> !location.contains("-tests.jar"))
          .importPackages("dev.parley");

  static final String DOMAIN = "dev.parley.domain..";
  static final String APPLICATION = "dev.parley.application..";
  static final String REST = "dev.parley.rest..";
  static final String PERSISTENCE = "dev.parley.persistence..";
  static final String CHANNELS = "dev.parley.channels..";
  static final String BOOTSTRAP = "dev.parley.bootstrap..";
  static final List<String> LAYERS =
      List.of(DOMAIN, APPLICATION, REST, PERSISTENCE, CHANNELS, BOOTSTRAP);

  private House() {}

  /** Implementations of use cases; queries and background work are not among them. */
  static DescribedPredicate<JavaClass> handlers() {
    return DescribedPredicate.describe(
        "handlers",
        type ->
            type.getPackageName().startsWith("dev.parley.application")
                && type.getSimpleName().endsWith("Handler"));
  }
}
