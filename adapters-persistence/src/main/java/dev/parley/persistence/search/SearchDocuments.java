package dev.parley.persistence.search;

import dev.parley.application.search.Language;
import dev.parley.application.search.PlainText;
import dev.parley.application.search.Word;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
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

  private final List<UUID> ids = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final List<String> folded = new ArrayList<>();
  private final List<String> languages = new ArrayList<>();

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
    if (ids.isEmpty()) {
      return;
    }
    sql.add(
        """
        , searchable as (
          insert into search_document (org_id, id, conversation_id, words)
          select $1, d.id, ?::uuid,
                 d.words::tsvector || search_stems(d.folded, string_to_array(d.languages, ' '))
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[])
              d(id, words, folded, languages)
        )""",
        conversation.value(),
        ids.toArray(UUID[]::new),
        words.toArray(String[]::new),
        folded.toArray(String[]::new),
        languages.toArray(String[]::new));
  }

  private void add(UUID id, String text) {
    List<Word> all = Word.in(text);
    if (all.isEmpty()) {
      return;
    }
    ids.add(id);
    addWords(all);
    languages.add(
        Language.of(all).stream()
            .map(language -> language.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" ")));
  }

  /** As a {@code tsvector} is written, {@code cancel:1 my:2 order:3}, and as a text to stem. */
  private void addWords(List<Word> all) {
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
    words.add(vector.toString());
    folded.add(text.toString());
  }
}
