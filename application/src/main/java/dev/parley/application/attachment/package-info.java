/**
 * Files of messages: fetched or received, stored once, served by signed links, deleted for good.
 */
@NullMarked
package dev.parley.application.attachment;

import org.jspecify.annotations.NullMarked;
