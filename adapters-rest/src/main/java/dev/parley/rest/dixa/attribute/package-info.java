/** Definitions of custom attributes. Dixa only lists them; making and archiving are additions. */
@NullMarked
package dev.parley.rest.dixa.attribute;

import org.jspecify.annotations.NullMarked;
