package dev.parley.benchmarks.data;

import dev.parley.persistence.setup.DatabaseSetup;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Indexes that are taken away while much is written, exactly as the schema has them. */
final class Indexes {
  private final Database database;
  private final Work work;
  private final List<String> definitions;

  private Indexes(Database database, Work work, List<String> definitions) {
    this.database = database;
    this.work = work;
    this.definitions = definitions;
  }

  /** Takes away those of some tables that belong to no constraint. */
  static Indexes drop(Database database, Work work, List<String> tables) throws SQLException {
    List<String> names = database.texts(query("format('%I.%I', n.nspname, c.relname)", tables));
    List<String> definitions = database.texts(query("pg_get_indexdef(i.indexrelid)", tables));
    if (!names.isEmpty()) {
      database.run("drop index " + String.join(", ", names));
    }
    return new Indexes(database, work, definitions);
  }

  /** Nothing was taken away. */
  static Indexes none(Database database, Work work) {
    return new Indexes(database, work, List.of());
  }

  void restore() throws SQLException {
    List<Work.Piece> pieces = new ArrayList<>();
    for (String definition : definitions) {
      pieces.add(() -> database.run(definition));
    }
    work.run(pieces);
  }

  /** Those that take longest to build come first. */
  private static String query(String column, List<String> tables) {
    return """
        select %s
          from pg_index i
          join pg_class c on c.oid = i.indexrelid
          join pg_am a on a.oid = c.relam
          join pg_class t on t.oid = i.indrelid
          join pg_namespace n on n.oid = t.relnamespace and n.nspname = '%s'
         where t.relname in ('%s')
           and not exists (select from pg_constraint k where k.conindid = i.indexrelid
                             and k.conrelid = i.indrelid)
           and not i.indisprimary
         order by a.amname <> 'gin', t.relname, c.relname
        """
        .formatted(column, DatabaseSetup.SCHEMA, String.join("', '", tables));
  }
}
