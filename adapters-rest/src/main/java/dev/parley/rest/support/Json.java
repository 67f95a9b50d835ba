package dev.parley.rest.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JSON as all dialects read and write it. Reading is strict about types (a quoted number is no
 * number, 1 is not true, null is no element of a list) and limits, lenient about unknown fields; an
 * absent body reads as an empty object. Writing leaves out what is null.
 *
 * <p>Made at the first use: body readers exist before the settings can be read.
 */
@ApplicationScoped
public class Json {
  private static final int NAME_MAX = 500;
  private static final byte[] EMPTY_OBJECT = {'{', '}'};

  private final ObjectMapper mapper;
  private final int listItems;

  @Inject
  public Json(RestLimits limits) {
    this.listItems = limits.listItems();
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxDocumentLength(limits.jsonBytes())
            .maxNestingDepth(limits.jsonDepth())
            .maxStringLength(limits.stringLength())
            .maxNumberLength(limits.numberLength())
            .maxNameLength(NAME_MAX)
            .build();
    this.mapper =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .withConfigOverride(
                List.class,
                list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
            .addModule(new StrictValues())
            .build();
  }

  /**
   * @throws RequestRefused {@link Failure.BadBody}
   * @throws DomainException when the type's constructor refuses a value
   */
  public Object read(byte[] body, Type type) {
    byte[] bytes = body.length == 0 ? EMPTY_OBJECT : body;
    try {
      check(bytes);
      Object value = mapper.readValue(bytes, mapper.constructType(type));
      if (value == null) {
        throw new RequestRefused(new Failure.BadBody(null, "must not be null"));
      }
      return value;
    } catch (IOException e) {
      throw refusal(e);
    }
  }

  /**
   * @param declared what the resource promises: says where a variant has to name itself
   */
  public byte[] write(Object value, Type declared) {
    JavaType type = mapper.constructType(declared);
    try {
      return type.getRawClass().isInstance(value)
          ? mapper.writerFor(type).writeValueAsBytes(value)
          : mapper.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public byte[] write(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks at every value, also at those that nobody will read. */
  private void check(byte[] bytes) throws IOException {
    try (JsonParser parser = mapper.getFactory().createParser(bytes)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        JsonStreamContext context = parser.getParsingContext();
        if (context.inArray() && context.getCurrentIndex() >= listItems) {
          throw new RequestRefused(new Failure.BadBody(null, "has a list with too many elements"));
        }
        if (isText(token) && !Text.isStorable(parser.getText())) {
          throw new RequestRefused(new Failure.BadBody(null, "must be valid Unicode without NUL"));
        }
        if (context.inRoot() && context.getCurrentIndex() > 0) {
          throw new RequestRefused(new Failure.BadBody(null, "must be one JSON value"));
        }
      }
    }
  }

  private static boolean isText(JsonToken token) {
    return token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
  }

  private static RuntimeException refusal(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RequestRefused || cause instanceof DomainException) {
        return (RuntimeException) cause;
      }
    }
    if (e instanceof StreamConstraintsException) {
      return new RequestRefused(new Failure.BadBody(null, "exceeds a limit"));
    }
    if (e instanceof JsonMappingException mismatch) {
      return new RequestRefused(new Failure.BadBody(path(mismatch), "is not of its type"));
    }
    return e instanceof JacksonException
        ? new RequestRefused(new Failure.BadBody(null, "must be JSON"))
        : new UncheckedIOException(e);
  }

  /** Names that look like fields of ours; what else a client may have written is not repeated. */
  private static @Nullable String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(name -> name != null && name.matches("[A-Za-z_]{1,40}"))
            .collect(Collectors.joining("."));
    return path.isEmpty() ? null : path;
  }
}
