package dev.parley.persistence.search;

import dev.parley.application.search.Language;
import dev.parley.application.search.PlainText;
import dev.parley.application.search.Word;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.persistence.support.GivenRows;
import dev.parley.persistence.support.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts on their way into the index, written by the statement that writes the texts themselves. */
public final class SearchDocuments {
  /** Keeps the words of one text well below what a {@code tsvector} can hold, forms included. */
  private static final int FOLDED_MAX = 1 << 16;

  private final List<Document> documents = new ArrayList<>();

  public SearchDocuments withSubject(ConversationId conversation, @Nullable String subject) {
    if (subject != null) {
      add(conversation.value(), PlainText.oneLine(subject));
    }
    return this;
  }

  public SearchDocuments withMessages(List<Message> messages) {
    for (Message message : messages) {
      Content content = message.content();
      if (content != null) {
        add(message.id().value(), PlainText.of(content));
      }
    }
    return this;
  }

  /** Adds the part that writes the index, when there is something to be written. */
  public void addTo(Sql sql, ConversationId conversation) {
    if (documents.isEmpty()) {
      return;
    }
    sql.add(
        """
        , searchable as (
          insert into search_document (org_id, id, conversation_id, words)
          select $1, d.id, ?::uuid,
                 d.words::tsvector || search_stems(d.folded, string_to_array(d.languages, ' '))
            from\s""",
        conversation.value());
    GivenRows.of(documents)
        .uuid("id", Document::id)
        .text("words", Document::words)
        .text("folded", Document::folded)
        .text("languages", Document::languages)
        .addTo(sql, "d")
        .add(")");
  }

  private void add(UUID id, String text) {
    List<Word> all = Word.in(text);
    if (!all.isEmpty()) {
      documents.add(document(id, all));
    }
  }

  private static Document document(UUID id, List<Word> all) {
    StringBuilder vector = new StringBuilder();
    StringBuilder text = new StringBuilder();
    int position = 0;
    for (Word word : all) {
      if (text.length() + word.folded().length() > FOLDED_MAX) {
        break;
      }
      position++;
      vector.append(word.folded()).append(':').append(position).append(' ');
      text.append(word.folded()).append(' ');
      if (!word.spelled().equals(word.folded())) {
        text.append(word.spelled()).append(' ');
      }
    }
    String languages =
        Language.of(all).stream()
            .map(language -> language.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
    return new Document(id, vector.toString(), text.toString(), languages);
  }

  /**
   * @param words as a {@code tsvector} is written, {@code cancel:1 my:2 order:3}
   * @param folded as a text to stem
   * @param languages to stem it in, with blanks between
   */
  private record Document(UUID id, String words, String folded, String languages) {}
}
