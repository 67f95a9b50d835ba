/**
 * The Dixa dialect, under {@code /v1}: its envelope, errors, times, ids and pages. One package
 * below for each resource. Source: Dixa's API reference, version 1.
 *
 * <p>All classes that serve one collection carry the collection's path: the router looks for a
 * method only in classes of the one path that fits a request best.
 */
@NullMarked
package dev.parley.rest.dixa;

import org.jspecify.annotations.NullMarked;
