/** Words every feature of the domain uses: decisions, errors, actors. */
@NullMarked
package dev.parley.domain.shared;

import org.jspecify.annotations.NullMarked;
