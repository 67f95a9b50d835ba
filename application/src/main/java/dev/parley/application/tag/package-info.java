/** The managed list of labels. */
@NullMarked
package dev.parley.application.tag;

import org.jspecify.annotations.NullMarked;
