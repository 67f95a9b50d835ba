package dev.parley.rest.dixa.document;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/** The dialect's classes as the document needs to know them. */
final class Payloads {
  private static final String PACKAGE = "dev.parley.rest.dixa";
  private static final DotName SCHEMA =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
  private static final DotName OPERATION =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
  private static final DotName STATUS =
      DotName.createSimple("org.jboss.resteasy.reactive.ResponseStatus");
  private static final DotName SUB_TYPES =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonSubTypes");
  private static final DotName JSON_NAME =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
  private static final DotName NAMING =
      DotName.createSimple("com.fasterxml.jackson.databind.annotation.JsonNaming");
  private static final DotName UNWRAPPED =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");
  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
  private static final DotName PATCH = DotName.createSimple("dev.parley.application.shared.Patch");

  private final IndexView index;

  Payloads(IndexView index) {
    this.index = index;
  }

  /**
   * A field of a record.
   *
   * @param absentMeansNone whether a request may leave it out although it is never null
   */
  record Field(String name, boolean nullable, boolean absentMeansNone) {}

  /** Variants of a payload: by the name of the variant's schema, the words of its {@code _type}. */
  record Variants(String schema, Map<String, List<String>> words) {}

  /** The fields of all records, by the name of their schema. */
  Map<String, List<Field>> records() {
    Map<String, List<Field>> records = new TreeMap<>();
    for (ClassInfo type : ours()) {
      if (type.isRecord()) {
        boolean named = type.hasDeclaredAnnotation(SCHEMA);
        records.merge(schemaName(type), fields(type).toList(), (old, found) -> named ? found : old);
      }
    }
    return records;
  }

  List<Variants> variants() {
    return ours().stream()
        .filter(type -> type.hasDeclaredAnnotation(SUB_TYPES))
        .map(type -> new Variants(schemaName(type), words(type.declaredAnnotation(SUB_TYPES))))
        .toList();
  }

  /** Statuses of success that are not what Jakarta REST would answer, by operation id. */
  Map<String, String> statuses() {
    Map<String, String> statuses = new TreeMap<>();
    for (AnnotationInstance status : index.getAnnotations(STATUS)) {
      if (status.target().kind() == AnnotationTarget.Kind.METHOD) {
        MethodInfo method = status.target().asMethod();
        Optional.ofNullable(method.declaredAnnotation(OPERATION))
            .map(operation -> operation.value("operationId"))
            .ifPresent(id -> statuses.put(id.asString(), status.value().value().toString()));
      }
    }
    return statuses;
  }

  private Collection<ClassInfo> ours() {
    return index.getKnownClasses().stream()
        .filter(type -> type.name().toString().startsWith(PACKAGE))
        .toList();
  }

  /** Its own, and those of components that JSON shows as if they were its own. */
  private Stream<Field> fields(ClassInfo type) {
    return type.recordComponents().stream()
        .flatMap(
            component ->
                type.field(component.name()).hasDeclaredAnnotation(UNWRAPPED)
                    ? fields(index.getClassByName(component.type().name()))
                    : Stream.of(field(type, component)));
  }

  /** The annotations of a component that are not meant for components are on its field. */
  private static Field field(ClassInfo owner, RecordComponentInfo component) {
    AnnotationInstance name = owner.field(component.name()).declaredAnnotation(JSON_NAME);
    Type type = component.type();
    boolean collection =
        Stream.of("java.util.List", "java.util.Map").anyMatch(type.name().toString()::equals);
    return new Field(
        name == null ? nameIn(owner, component) : name.value().asString(),
        type.hasAnnotation(NULLABLE),
        collection || type.name().equals(PATCH));
  }

  /** The one other way of naming is the snake case of events. */
  private static String nameIn(ClassInfo owner, RecordComponentInfo component) {
    return owner.hasDeclaredAnnotation(NAMING)
        ? component.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)
        : component.name();
  }

  private Map<String, List<String>> words(AnnotationInstance subTypes) {
    Map<String, List<String>> words = new TreeMap<>();
    for (AnnotationInstance subType : subTypes.value().asNestedArray()) {
      ClassInfo type = index.getClassByName(subType.value().asClass().name());
      AnnotationValue several = subType.value("names");
      words.put(
          schemaName(type),
          several == null
              ? List.of(subType.value("name").asString())
              : List.of(several.asStringArray()));
    }
    return words;
  }

  private static String schemaName(ClassInfo type) {
    return Optional.ofNullable(type.declaredAnnotation(SCHEMA))
        .map(schema -> schema.value("name"))
        .map(AnnotationValue::asString)
        .orElse(type.simpleName());
  }
}
