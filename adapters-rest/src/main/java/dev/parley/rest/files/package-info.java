/** Stored files, for whoever was given their link. */
@NullMarked
package dev.parley.rest.files;

import org.jspecify.annotations.NullMarked;
