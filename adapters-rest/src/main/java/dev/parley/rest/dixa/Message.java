package dev.parley.rest.dixa;

/** The body of every error. */
public record Message(String message) {}
