/** Teams and who is in them. */
@NullMarked
package dev.parley.rest.dixa.team;

import org.jspecify.annotations.NullMarked;
