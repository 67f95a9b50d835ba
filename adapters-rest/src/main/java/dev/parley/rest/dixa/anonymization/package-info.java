/** Orders to remove personal data, in Dixa's words. */
@NullMarked
package dev.parley.rest.dixa.anonymization;

import org.jspecify.annotations.NullMarked;
