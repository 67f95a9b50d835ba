/** Files that clients hand over by URL. */
@NullMarked
package dev.parley.channels.files;

import org.jspecify.annotations.NullMarked;
