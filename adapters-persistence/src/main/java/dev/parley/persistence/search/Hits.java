package dev.parley.persistence.search;

import dev.parley.application.search.ConversationSearch;
import dev.parley.application.search.ConversationSearch.ConversationHit;
import dev.parley.application.search.ConversationSearch.MessageHit;
import dev.parley.application.search.ConversationSearch.Place;
import dev.parley.application.search.Excerpt;
import dev.parley.application.search.Highlighter;
import dev.parley.application.search.PlainText;
import dev.parley.application.search.TextQuery;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.MessageId;
import dev.parley.persistence.support.Code;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a search by words: one per text, the subject among them. */
final class Hits {
  private final TextQuery query;
  private final Map<Long, Hit> hits = new LinkedHashMap<>();

  Hits(TextQuery query) {
    this.query = query;
  }

  List<ConversationHit> of(RowSet<Row> rows) {
    rows.forEach(row -> hits.computeIfAbsent(row.getLong("number"), _ -> new Hit(row)).add(row));
    return hits.values().stream().map(Hit::toView).toList();
  }

  private final class Hit {
    private final Place place;
    private final long number;
    private @Nullable Excerpt subject;
    private final List<MessageHit> messages = new ArrayList<>();

    Hit(Row row) {
      this.place = new Place(row.getInteger("score"), row.getUUID("place"));
      this.number = row.getLong("number");
    }

    void add(Row row) {
      UUID message = row.getUUID("message");
      String body = row.getString("body");
      if (message == null) {
        addSubject(row);
      } else if (body != null) {
        Content.Format format = Code.parse(Content.Format.class, row.getString("format"));
        messages.add(
            new MessageHit(
                new MessageId(message),
                highlighter(row).part(PlainText.of(format, body), ConversationSearch.EXCERPT)));
      }
    }

    private void addSubject(Row row) {
      String text = row.getString("subject");
      if (text != null) {
        subject = highlighter(row).whole(PlainText.oneLine(text)).orElse(null);
      }
    }

    ConversationHit toView() {
      return new ConversationHit(place, number, subject, messages);
    }
  }

  private Highlighter highlighter(Row row) {
    String[] found = row.getArrayOfStrings("found");
    if (query.exact()) {
      return Highlighter.ofPhrase(query);
    }
    return Highlighter.ofWords(query, found == null ? List.of() : List.of(found));
  }
}
