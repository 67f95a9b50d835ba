/** The Quarkus application: wiring, configuration, the embedded PostgreSQL. */
@NullMarked
package dev.parley.bootstrap;

import org.jspecify.annotations.NullMarked;
