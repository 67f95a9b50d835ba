/**
 * Makes a database ready before the service starts: roles, schema, grants, migrations. Start at
 * {@link dev.parley.persistence.setup.DatabaseSetup}.
 */
@NullMarked
package dev.parley.persistence.setup;

import org.jspecify.annotations.NullMarked;
