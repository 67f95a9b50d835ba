package dev.parley.rest.dixa;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every error. */
@RegisterForReflection
@Schema(name = "ErrorMessage", examples = "{\"message\": \"Invalid value in request\"}")
public record Message(String message) {}
