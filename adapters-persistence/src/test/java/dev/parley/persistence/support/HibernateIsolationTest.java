package dev.parley.persistence.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.organization.OrganizationId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Hibernate keeps is limited to one organization by the server too. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class HibernateIsolationTest extends PgStoreTest {
  @Test
  void aSessionSeesAndChangesRowsOfItsOwnOrganizationOnly() {
    for (OrganizationId organization : List.of(here(), elsewhere())) {
      change(
          organization,
          "insert into tag (org_id, id, name, name_key, active, created_at) values ("
              + organization.number()
              + ", '"
              + UUID.randomUUID()
              + "', 'Tag', 'tag', true, now())");
    }

    assertThat(count(here(), "select count(*) from tag")).isEqualTo(1);
    assertThat(change(here(), "update tag set name = 'Changed'")).isEqualTo(1);
    assertThat(change(here(), "delete from tag")).isEqualTo(1);
    assertThat(count(elsewhere(), "select count(*) from tag where name = 'Tag'")).isEqualTo(1);
  }

  @Test
  void everyTableIsLimited() {
    for (String table : tables()) {
      assertThat(
              count(
                  here(), "select count(*) from " + table + " where org_id <> " + here().number()))
          .as(table)
          .isZero();
    }
  }

  private List<String> tables() {
    return await(
        rowTransactions()
            .inTransaction(
                here(),
                () ->
                    Panache.getSession()
                        .chain(
                            session ->
                                session
                                    .createNativeQuery(
                                        """
                                        select c.relname::text from pg_class c
                                         where c.relnamespace = 'parley'::regnamespace
                                           and c.relrowsecurity
                                        """,
                                        String.class)
                                    .getResultList())));
  }

  private long count(OrganizationId organization, String query) {
    return await(
        rowTransactions()
            .inTransaction(
                organization,
                () ->
                    Panache.getSession()
                        .chain(
                            session ->
                                session.createNativeQuery(query, Long.class).getSingleResult())));
  }

  private int change(OrganizationId organization, String statement) {
    return await(
        rowTransactions()
            .inTransaction(
                organization,
                () ->
                    Panache.getSession()
                        .chain(session -> session.createNativeQuery(statement).executeUpdate())));
  }
}
