/** The fields an organization defines for its conversations and contacts. */
@NullMarked
package dev.parley.application.attribute;

import org.jspecify.annotations.NullMarked;
