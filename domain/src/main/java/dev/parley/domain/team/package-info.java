/** People grouped without a queue. */
@NullMarked
package dev.parley.domain.team;

import org.jspecify.annotations.NullMarked;
