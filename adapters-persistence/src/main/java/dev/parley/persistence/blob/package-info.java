/** Files: their bytes in a directory, and links that only we can make. */
@NullMarked
package dev.parley.persistence.blob;

import org.jspecify.annotations.NullMarked;
