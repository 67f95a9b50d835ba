/**
 * Makes HTML from strangers safe to store and show, turns HTML into text and back, and tells a
 * reply from the history quoted below it. Works on strings alone. Start with {@link
 * dev.parley.channels.email.html.HtmlCleaner} and {@link
 * dev.parley.channels.email.html.QuoteSplitter}.
 */
@NullMarked
package dev.parley.channels.email.html;

import org.jspecify.annotations.NullMarked;
