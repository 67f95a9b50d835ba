package dev.parley.domain.attribute;

import org.jspecify.annotations.Nullable;

/** A custom attribute with what one conversation or contact holds in it. */
public record Field(CustomAttribute definition, @Nullable AttributeValue value) {}
