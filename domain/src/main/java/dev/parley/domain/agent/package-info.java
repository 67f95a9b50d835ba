/** People and bots who answer. An agent is not an account to log in with: API keys stand for it. */
@NullMarked
package dev.parley.domain.agent;

import org.jspecify.annotations.NullMarked;
