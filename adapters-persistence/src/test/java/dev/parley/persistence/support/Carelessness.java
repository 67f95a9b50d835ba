package dev.parley.persistence.support;

import io.vertx.sqlclient.Pool;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Takes the conditions on the organization out of every statement, so that only the server's own
 * wall is left, and remembers what was called in that state.
 */
final class Carelessness {
  private static final Pattern OTHERWISE_SPELLED =
      Pattern.compile(
          "org_id\\s*(=|in|<>|!=)\\s*\\(?\\$1(?!\\d)|\\$1(::\\w+)?\\s*=\\s*(\\w+\\.)?org_id",
          Pattern.CASE_INSENSITIVE);

  private final Set<String> called = ConcurrentHashMap.newKeySet();

  PgUnitOfWork on(Pool pool) {
    return new PgUnitOfWork(pool, Carelessness::withoutOrganization);
  }

  /** Fails on a condition that is spelled so that it would be overlooked here. */
  static String withoutOrganization(String statement) {
    String careless =
        statement.replaceAll("(\\w+\\.)?org_id = \\$1(?!\\d)", "\\$1::bigint is not null");
    if (OTHERWISE_SPELLED.matcher(careless).find()) {
      throw new IllegalArgumentException("write org_id = $1: " + statement);
    }
    return careless;
  }

  /** The same port, remembering its calls. */
  <P> P remembering(Class<P> type, P port) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              called.add(name(type, method));
              try {
                return method.invoke(port, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }

  /** Calls since the beginning, such as {@code Tags#get}. */
  Set<String> called() {
    return Set.copyOf(called);
  }

  static String name(Class<?> port, Method method) {
    return port.getSimpleName() + "#" + method.getName();
  }
}
