package dev.parley.rest.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.parley.application.shared.Patch;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Strings that are strings, UUIDs in their canonical form, and patches. */
final class StrictValues extends SimpleModule {
  private static final long serialVersionUID = 1L;

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  StrictValues() {
    addDeserializer(String.class, new StringValue());
    addDeserializer(UUID.class, new UuidValue());
    addDeserializer(Patch.class, new PatchValue(null));
  }

  private static final class StringValue extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    StringValue() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return text(parser, context, this);
    }
  }

  private static final class UuidValue extends StdScalarDeserializer<UUID> {
    private static final long serialVersionUID = 1L;

    UuidValue() {
      super(UUID.class);
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      String text = text(parser, context, this);
      if (!UUID_FORM.matcher(text).matches()) {
        context.reportInputMismatch(this, "not a UUID");
      }
      return UUID.fromString(text);
    }
  }

  private static String text(
      JsonParser parser, DeserializationContext context, JsonDeserializer<?> target)
      throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      context.reportInputMismatch(target, "not a string");
    }
    return parser.getText();
  }

  /** Absent: keep; null: clear; else set. */
  private static final class PatchValue extends StdDeserializer<Patch<?>>
      implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable JavaType content;

    PatchValue(@Nullable JavaType content) {
      super(Patch.class);
      this.content = content;
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, @Nullable BeanProperty property) {
      JavaType type = property == null ? context.getContextualType() : property.getType();
      return new PatchValue(type.containedTypeOrUnknown(0));
    }

    @Override
    public Patch<?> deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return Patch.toValue(context.<Object>readValue(parser, content));
    }

    @Override
    public Patch<?> getNullValue(DeserializationContext context) {
      return Patch.toValue(null);
    }

    @Override
    public Patch<?> getAbsentValue(DeserializationContext context) {
      return Patch.keep();
    }
  }
}
