package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class FrameworksTest {
  @Test
  void only_persistence_reaches_the_database() {
    noClasses()
        .that()
        .resideOutsideOfPackages(House.PERSISTENCE, "dev.parley.bootstrap.wiring..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.hibernate..",
            "io.quarkus.hibernate..",
            "jakarta.persistence..",
            "io.vertx.sqlclient..",
            "io.vertx.pgclient..",
            "java.sql..")
        .because("statements are reviewed where the organization's condition is")
        .check(House.CLASSES);
  }

  @Test
  void jakarta_rest_stays_at_the_doors() {
    noClasses()
        .that()
        .resideOutsideOfPackages(House.REST, "dev.parley.channels.support..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")
        .because("HTTP is one way to call a use case; channels have one door for webhooks")
        .check(House.CLASSES);
  }

  @Test
  void json_stays_in_adapters() {
    noClasses()
        .that()
        .resideOutsideOfPackages(House.REST, House.PERSISTENCE, House.CHANNELS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .because("a rename inside must not change a byte on the wire")
        .check(House.CLASSES);
  }

  @Test
  void mail_stays_in_channels() {
    noClasses()
        .that()
        .resideOutsideOfPackages(House.CHANNELS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..", "org.apache.james..")
        .because("e-mail is one channel among others")
        .check(House.CLASSES);
  }

  @Test
  void rows_and_resources_are_nobody_elses_business() {
    classes()
        .that(
            DescribedPredicate.<JavaClass>describe(
                "are rows or resources",
                type -> type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Path.class)))
        .should()
        .bePackagePrivate()
        .because("a type that leaks out of its package cannot be changed")
        .check(House.CLASSES);
  }
}
