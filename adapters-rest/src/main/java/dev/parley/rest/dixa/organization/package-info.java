/** The organization of the token. */
@NullMarked
package dev.parley.rest.dixa.organization;

import org.jspecify.annotations.NullMarked;
