/** The tenant. Everything else belongs to exactly one organization. */
@NullMarked
package dev.parley.domain.organization;

import org.jspecify.annotations.NullMarked;
