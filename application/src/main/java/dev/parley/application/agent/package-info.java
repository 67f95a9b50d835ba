/** Agents, what decisions need to know of them, and the tokens that stand for them. */
@NullMarked
package dev.parley.application.agent;

import org.jspecify.annotations.NullMarked;
