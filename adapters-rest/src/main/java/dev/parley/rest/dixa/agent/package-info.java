/** Agents and, an addition, the API keys that stand for them. */
@NullMarked
package dev.parley.rest.dixa.agent;

import org.jspecify.annotations.NullMarked;
