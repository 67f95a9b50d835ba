/** Contacts: found by address, created on first sight. */
@NullMarked
package dev.parley.application.contact;

import org.jspecify.annotations.NullMarked;
