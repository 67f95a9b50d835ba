/**
 * The Dixa dialect, under {@code /v1}: its envelope, errors, times, ids and pages. One package
 * below for each resource. Source: Dixa's API reference, version 1.
 */
@NullMarked
package dev.parley.rest.dixa;

import org.jspecify.annotations.NullMarked;
