/**
 * Every setting of the service, its default and its rule. A new setting is one method of {@link
 * dev.parley.bootstrap.configuration.ParleyConfig} and one row of docs/configuration.md.
 */
@NullMarked
package dev.parley.bootstrap.configuration;

import org.jspecify.annotations.NullMarked;
