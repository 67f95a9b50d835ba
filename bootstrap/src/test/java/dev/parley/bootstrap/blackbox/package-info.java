/**
 * The packaged application as a process of its own, seen from outside only: HTTP, mail, signals,
 * files. Start reading at {@link dev.parley.bootstrap.blackbox.ParleyProcess}.
 */
@NullMarked
package dev.parley.bootstrap.blackbox;

import org.jspecify.annotations.NullMarked;
