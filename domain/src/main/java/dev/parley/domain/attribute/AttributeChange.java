package dev.parley.domain.attribute;

import org.jspecify.annotations.Nullable;

/**
 * That a field holds another value.
 *
 * @param value null: none any more
 */
public record AttributeChange(CustomAttributeId attribute, @Nullable AttributeValue value) {}
