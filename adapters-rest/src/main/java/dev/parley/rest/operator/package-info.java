/** What the installation's operator may do: see and make organizations. No agent's token helps. */
@NullMarked
package dev.parley.rest.operator;

import org.jspecify.annotations.NullMarked;
