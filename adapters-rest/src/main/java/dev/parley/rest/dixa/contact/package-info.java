/** End users, which is Dixa's word for contacts. */
@NullMarked
package dev.parley.rest.dixa.contact;

import org.jspecify.annotations.NullMarked;
