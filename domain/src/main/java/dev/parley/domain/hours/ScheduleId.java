package dev.parley.domain.hours;

import java.util.UUID;

/** Identifies a schedule of business hours within its organization. */
public record ScheduleId(UUID value) {}
