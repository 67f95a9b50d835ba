/** What can be done with conversations and asked about them. */
@NullMarked
package dev.parley.application.conversation;

import org.jspecify.annotations.NullMarked;
