package dev.parley.benchmarks.data;

import java.util.UUID;

/**
 * A contact.
 *
 * @param createdAt milliseconds since 1970
 */
record Person(long organization, UUID id, long number, String name, String email, long createdAt) {}
