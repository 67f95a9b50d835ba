package dev.parley.bootstrap.work;

/**
 * Requests are answered from now on, so work in the background may begin. It would only keep those
 * waiting who ask whether the service is ready.
 */
public record DoorsOpen() {}
