/** Organizations and how they begin. */
@NullMarked
package dev.parley.application.organization;

import org.jspecify.annotations.NullMarked;
