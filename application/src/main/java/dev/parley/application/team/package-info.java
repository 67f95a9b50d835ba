/** Teams and who is in them. */
@NullMarked
package dev.parley.application.team;

import org.jspecify.annotations.NullMarked;
