/** What three or more features of the application use: the unit of work, pages, patches. */
@NullMarked
package dev.parley.application.shared;

import org.jspecify.annotations.NullMarked;
