/** Business hours. Dixa only shows them; making, replacing and deleting are additions. */
@NullMarked
package dev.parley.rest.dixa.hours;

import org.jspecify.annotations.NullMarked;
