/** The rules of the house, held over all classes of the product. */
@NullMarked
package dev.parley.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
