package dev.parley.bootstrap.configuration;

import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * One setting, as its method of {@link ParleyConfig} declares it.
 *
 * @param property such as {@code parley.http-port}
 * @param required whether the service needs a value, given or by default
 */
record Setting(
    String property,
    boolean required,
    Optional<String> defaultValue,
    Class<? extends Converter<?>> rule,
    Optional<Range> range) {

  static List<Setting> all() {
    List<Setting> settings = new ArrayList<>();
    collect(ParleyConfig.class, "parley", settings);
    settings.sort(Comparator.comparing(Setting::property));
    return List.copyOf(settings);
  }

  static Setting named(String property) {
    return all().stream()
        .filter(setting -> setting.property().equals(property))
        .findFirst()
        .orElseThrow();
  }

  /** The environment variable. */
  String variable() {
    return variable(property);
  }

  static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /** What is wrong with the value, completing the line {@code PARLEY_NAME: ...}. */
  Optional<String> problem(String value) {
    if (value.isEmpty()) {
      return required ? Optional.of("is empty") : Optional.empty();
    }
    try {
      Object converted = rule.getDeclaredConstructor().newInstance().convert(value);
      return range.filter(r -> outside(r, converted)).map(r -> describe(value, r));
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean outside(Range range, Object value) {
    long number = ((Number) value).longValue();
    return number < range.min() || number > range.max();
  }

  private static String describe(String value, Range range) {
    return "'" + value + "' is not from " + range.min() + " to " + range.max();
  }

  private static void collect(Class<?> group, String prefix, List<Setting> settings) {
    for (Method method : group.getDeclaredMethods()) {
      String property = prefix + "." + kebab(method.getName());
      if (method.getReturnType().getEnclosingClass() == ParleyConfig.class) {
        collect(method.getReturnType(), property, settings);
      } else {
        settings.add(of(method, property));
      }
    }
  }

  private static Setting of(Method method, String property) {
    boolean optional = method.getReturnType() == Optional.class;
    WithConverter rule =
        Stream.of(method, typeArgument(method))
            .map(element -> element.getAnnotation(WithConverter.class))
            .filter(annotation -> annotation != null)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(method + " has no rule"));
    return new Setting(
        property,
        !optional,
        Optional.ofNullable(method.getAnnotation(WithDefault.class)).map(WithDefault::value),
        rule.value(),
        Optional.ofNullable(method.getAnnotation(Range.class)));
  }

  private static AnnotatedElement typeArgument(Method method) {
    return method.getAnnotatedReturnType() instanceof AnnotatedParameterizedType type
        ? type.getAnnotatedActualTypeArguments()[0]
        : method;
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
