/**
 * What the OpenAPI document says beyond the annotations, read from the code itself: which fields
 * are required, how variants name themselves, which statuses are answered, and examples.
 */
@NullMarked
package dev.parley.rest.dixa.document;

import org.jspecify.annotations.NullMarked;
