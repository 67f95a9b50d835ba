/**
 * Removes personal data for good. A request is accepted at once and carried out by a durable job
 * that may be interrupted at any point and goes on where it was.
 */
@NullMarked
package dev.parley.application.anonymization;

import org.jspecify.annotations.NullMarked;
