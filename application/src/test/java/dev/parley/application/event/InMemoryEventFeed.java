package dev.parley.application.event;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.conversation.InMemoryConversationData;
import dev.parley.application.conversation.InMemoryConversationData.Told;
import dev.parley.application.shared.InMemoryRows;
import dev.parley.application.shared.InMemoryUnitOfWork;
import dev.parley.application.shared.Recoverable;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The feeds of all organizations, and the order in them. */
public final class InMemoryEventFeed implements EventFeed, EventPositions, Recoverable {
  private final InMemoryUnitOfWork unitOfWork;
  private final InMemoryConversationData data;
  private final InMemoryRows<String, Extent> extents = new InMemoryRows<>();

  public InMemoryEventFeed(InMemoryUnitOfWork unitOfWork, InMemoryConversationData data) {
    this.unitOfWork = unitOfWork;
    this.data = data;
  }

  @Override
  public Uni<Integer> assign(int most) {
    return unitOfWork.alone(
        () ->
            data.events().all().stream()
                .collect(Collectors.groupingBy(InMemoryRows.Owned::organization))
                .keySet()
                .stream()
                .mapToInt(organization -> assign(organization, most))
                .sum());
  }

  /** Transactions commit one after the other here, so rows are in the right order already. */
  private int assign(OrganizationId organization, int most) {
    List<Told> waiting =
        data.events().of(organization).stream()
            .filter(told -> told.position() == null)
            .limit(most)
            .toList();
    long position = extent(organization).last();
    for (Told told : waiting) {
      position++;
      data.events().put(organization, told.id(), told.at(position));
    }
    extents.put(organization, "", new Extent(position, extent(organization).trimmed()));
    return waiting.size();
  }

  /** As if everything had been written when it happened. */
  @Override
  public Uni<Long> trim(Instant before, int most) {
    return unitOfWork.alone(
        () ->
            data.events().all().stream()
                .filter(owned -> owned.row().position() != null)
                .filter(owned -> owned.row().at().isBefore(before))
                .limit(most)
                .peek(owned -> forget(owned.organization(), owned.row()))
                .count());
  }

  private void forget(OrganizationId organization, Told told) {
    data.events().remove(organization, told.id());
    Extent extent = extent(organization);
    long trimmed = Math.max(extent.trimmed(), Optional.ofNullable(told.position()).orElse(0L));
    extents.put(organization, "", new Extent(extent.last(), trimmed));
  }

  @Override
  public Uni<Extent> extent(Transaction tx) {
    return attempt(() -> extent(tx.organization()));
  }

  private Extent extent(OrganizationId organization) {
    return extents.find(organization, "").orElseGet(() -> new Extent(0, 0));
  }

  @Override
  public Uni<List<Entry>> after(Transaction tx, long position, int most) {
    return attempt(
        () ->
            data.events().of(tx.organization()).stream()
                .flatMap(InMemoryEventFeed::entry)
                .filter(entry -> entry.position() > position)
                .sorted(Comparator.comparingLong(Entry::position))
                .limit(most)
                .toList());
  }

  private static Stream<Entry> entry(Told told) {
    Long position = told.position();
    return position == null
        ? Stream.empty()
        : Stream.of(
            new Entry(
                position, told.id(), told.type(), told.conversation(), told.about(), told.at()));
  }

  @Override
  public Uni<Map<OrganizationId, Long>> heads(Collection<OrganizationId> organizations) {
    return unitOfWork.alone(
        () ->
            organizations.stream()
                .filter(organization -> extent(organization).last() > 0)
                .collect(
                    Collectors.toMap(
                        Function.identity(), organization -> extent(organization).last())));
  }

  @Override
  public Runnable mark() {
    return extents.mark();
  }
}
