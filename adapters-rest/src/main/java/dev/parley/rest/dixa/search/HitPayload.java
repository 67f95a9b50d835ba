package dev.parley.rest.dixa.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.search.ConversationSearch.ConversationHit;
import dev.parley.application.search.ConversationSearch.MessageHit;
import dev.parley.application.search.Excerpt;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that was found.
 *
 * @param highlights by field, fragments of HTML in which nothing but the marks is markup
 * @param innerHits messages in which something was found
 */
@RegisterForReflection
@Schema(
    name = "ConversationSearchHit",
    examples =
        """
        {"id": 1234,
         "highlights": {"subject": ["<em class=\\"highlight\\">Cancel my order</em>"]},
         "innerHits": [{"id": "dadcaea0-4135-4e8a-a5bf-05d4658facba", "highlight":
           {"text": "I want to <em class=\\"highlight\\">cancel my order</em> as soon as possible"}}],
         "_type": "ConversationSearchHit"}""")
record HitPayload(
    long id,
    Map<String, List<String>> highlights,
    @Nullable List<InnerHit> innerHits,
    @JsonProperty("_type") @Schema(enumeration = {"ConversationSearchHit"}) String type) {

  /** A message of the conversation. */
  @RegisterForReflection
  @Schema(name = "ConversationSearchInnerHit")
  record InnerHit(UUID id, Map<String, String> highlight) {
    static InnerHit from(MessageHit hit) {
      return new InnerHit(hit.id().value(), Map.of("text", html(hit.excerpt())));
    }
  }

  static HitPayload from(ConversationHit hit, boolean inner) {
    return new HitPayload(
        hit.number(),
        hit.subject() == null ? Map.of() : Map.of("subject", List.of(html(hit.subject()))),
        inner ? hit.messages().stream().map(InnerHit::from).toList() : null,
        "ConversationSearchHit");
  }

  static String html(Excerpt excerpt) {
    return excerpt.pieces().stream()
        .map(
            piece ->
                piece.matched()
                    ? "<em class=\"highlight\">" + escaped(piece.text()) + "</em>"
                    : escaped(piece.text()))
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
