/** Fields an organization defines for its conversations and contacts. */
@NullMarked
package dev.parley.domain.attribute;

import org.jspecify.annotations.NullMarked;
