package dev.parley.rest.dixa;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The body of every error. */
@RegisterForReflection
public record Message(String message) {}
