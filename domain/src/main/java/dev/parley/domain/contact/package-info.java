/** The people who write to us, and their addresses. */
@NullMarked
package dev.parley.domain.contact;

import org.jspecify.annotations.NullMarked;
