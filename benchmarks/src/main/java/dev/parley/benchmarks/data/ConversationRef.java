package dev.parley.benchmarks.data;

import java.util.UUID;

/**
 * A conversation that was filled in.
 *
 * @param number what the Dixa dialect calls its id
 * @param contact its requester
 * @param lastProviderId the Message-ID of its last message, without angle brackets; put them around
 *     it in {@code In-Reply-To}
 */
public record ConversationRef(
    long number, UUID id, UUID contact, String contactEmail, String lastProviderId) {}
