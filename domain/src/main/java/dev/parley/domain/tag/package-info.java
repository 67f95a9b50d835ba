/** Labels from a managed list. */
@NullMarked
package dev.parley.domain.tag;

import org.jspecify.annotations.NullMarked;
