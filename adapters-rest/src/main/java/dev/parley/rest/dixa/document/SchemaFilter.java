package dev.parley.rest.dixa.document;

import dev.parley.rest.dixa.document.Payloads.Field;
import dev.parley.rest.dixa.document.Payloads.Variants;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.IndexView;

/**
 * Says of each field whether it has to be there, which is whether the code lets it be null, and of
 * each variant how it names itself.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class SchemaFilter implements OASFilter {
  private static final String TYPE = "_type";
  private static final Set<String> ENVELOPE = Set.of("data", "meta");

  private final Payloads payloads;

  public SchemaFilter(IndexView index) {
    this.payloads = new Payloads(index);
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
      return;
    }
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    Set<String> requests = new References(document).ofRequests(document);
    payloads.variants().forEach(variants -> name(schemas, variants));
    Map<String, List<Field>> records = payloads.records();
    schemas.forEach(
        (name, schema) -> {
          if (records.containsKey(name)) {
            require(schema, records.get(name), requests.contains(name));
          } else if (isEnvelope(schema)) {
            require(schema, "data");
          }
        });
  }

  /** In a request an absent list is an empty one, unless the list is all there is to say. */
  private static void require(Schema schema, List<Field> fields, boolean request) {
    boolean mayBeAbsent = request && fields.size() > 1;
    for (Field field : fields) {
      boolean optional = field.nullable() || (mayBeAbsent && field.absentMeansNone());
      if (!optional && has(schema, field.name())) {
        require(schema, field.name());
      }
    }
  }

  private static void name(Map<String, Schema> schemas, Variants variants) {
    Schema choice = schemas.get(variants.schema());
    if (choice == null) {
      return;
    }
    Discriminator discriminator = OASFactory.createDiscriminator().propertyName(TYPE);
    List<Schema> documented = new ArrayList<>();
    variants
        .words()
        .forEach(
            (name, words) -> {
              Schema variant = schemas.get(name);
              if (variant != null) {
                variant.addProperty(TYPE, oneOf(words));
                require(variant, TYPE);
                documented.add(OASFactory.createSchema().ref(References.to(name)));
                words.forEach(word -> discriminator.addMapping(word, References.to(name)));
              }
            });
    if (!documented.isEmpty()) {
      choice.discriminator(discriminator).setOneOf(documented);
    }
  }

  private static Schema oneOf(List<String> words) {
    return OASFactory.createSchema()
        .type(List.of(SchemaType.STRING))
        .enumeration(List.<Object>copyOf(words));
  }

  private static boolean isEnvelope(Schema schema) {
    return has(schema, "data") && ENVELOPE.containsAll(schema.getProperties().keySet());
  }

  private static boolean has(Schema schema, String property) {
    return schema.getProperties() != null && schema.getProperties().containsKey(property);
  }

  private static void require(Schema schema, String property) {
    if (schema.getRequired() == null || !schema.getRequired().contains(property)) {
      schema.addRequired(property);
    }
  }
}
