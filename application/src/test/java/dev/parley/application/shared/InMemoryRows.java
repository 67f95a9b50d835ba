package dev.parley.application.shared;

import dev.parley.domain.organization.OrganizationId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Rows of all organizations by organization and id, in the order in which they came. */
public final class InMemoryRows<I, T> implements Recoverable {
  private final Map<Key<I>, T> rows = new LinkedHashMap<>();

  public synchronized void put(OrganizationId organization, I id, T row) {
    rows.put(new Key<>(organization, id), row);
  }

  public synchronized Optional<T> find(OrganizationId organization, I id) {
    return Optional.ofNullable(rows.get(new Key<>(organization, id)));
  }

  public synchronized boolean remove(OrganizationId organization, I id) {
    return rows.remove(new Key<>(organization, id)) != null;
  }

  public synchronized List<T> of(OrganizationId organization) {
    return rows.entrySet().stream()
        .filter(row -> row.getKey().organization().equals(organization))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** By id. */
  public synchronized Map<I, T> entries(OrganizationId organization) {
    return rows.entrySet().stream()
        .filter(row -> row.getKey().organization().equals(organization))
        .collect(Collectors.toMap(row -> row.getKey().id(), Map.Entry::getValue));
  }

  public synchronized boolean any(OrganizationId organization, Predicate<T> predicate) {
    return of(organization).stream().anyMatch(predicate);
  }

  @Override
  public synchronized Runnable mark() {
    Map<Key<I>, T> before = new LinkedHashMap<>(rows);
    return () -> bringBack(before);
  }

  private synchronized void bringBack(Map<Key<I>, T> before) {
    rows.clear();
    rows.putAll(before);
  }

  /** Rows of every organization. */
  public synchronized List<Owned<T>> all() {
    return rows.entrySet().stream()
        .map(row -> new Owned<>(row.getKey().organization(), row.getValue()))
        .toList();
  }

  /** A row with whose it is. */
  public record Owned<T>(OrganizationId organization, T row) {}

  private record Key<I>(OrganizationId organization, I id) {}
}
