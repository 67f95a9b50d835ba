/**
 * Finding conversations by what was said in them and by what is known about them. The text side is
 * plain Java, so that every store cuts, folds and highlights words alike.
 */
@NullMarked
package dev.parley.application.search;

import org.jspecify.annotations.NullMarked;
