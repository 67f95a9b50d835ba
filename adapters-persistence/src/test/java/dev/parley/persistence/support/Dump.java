package dev.parley.persistence.support;

import dev.parley.domain.organization.OrganizationId;
import java.util.List;
import java.util.stream.Collectors;

/** All rows of an organization in all tables, as text; bytes as the text they may be. */
public final class Dump {
  private Dump() {}

  public static String of(TestStore store, OrganizationId organization) {
    List<String> tables =
        store.askSuperuser(
            """
            select table_name from information_schema.columns
             where table_schema = 'parley' and column_name = 'org_id'
            """);
    return tables.stream()
        .map(table -> of(store, organization, table))
        .collect(Collectors.joining("\n"));
  }

  private static String of(TestStore store, OrganizationId organization, String table) {
    String bytes =
        store
            .askSuperuser(
                """
                select column_name from information_schema.columns
                 where table_schema = 'parley' and data_type = 'bytea' and table_name = '%s'
                """
                    .formatted(table))
            .stream()
            .map(column -> " || coalesce(encode(r." + column + ", 'escape'), '')")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        store.askSuperuser(
            "select r::text%s from %s r where org_id = %d"
                .formatted(bytes, table, organization.number())));
  }
}
