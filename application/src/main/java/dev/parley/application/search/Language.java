package dev.parley.application.search;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Languages whose word forms are known, each with small words that tell it. */
public enum Language {
  ENGLISH(
      "the and of is to you that it for with have this my your not are was "
          + "be i we our please where what when how can has been would could "
          + "thanks hello"),
  GERMAN(
      "der das und ist nicht ich sie wir ein eine einen mit fur auf von zu "
          + "dem den mein meine habe haben bitte wie wo auch noch ihre ihr werden "
          + "danke hallo im bei"),
  FRENCH(
      "le les des et est une je vous nous pour pas dans ma mon votre avec "
          + "que qui sur du au ce cette merci bonjour ai ete suis ou sont"),
  SPANISH(
      "el los las una y es mi para por con del su esta pero como hola "
          + "gracias pedido quiero donde cuando muy tengo se lo mis favor"),
  DANISH(
      "og det ikke jeg er til pa af en et har min mit med der vi som kan "
          + "hvor hvad tak hej fra jer mig venligst skal blev");

  private final String smallWords;

  Language(String smallWords) {
    this.smallWords = " " + smallWords + " ";
  }

  private boolean isSmall(Word word) {
    return smallWords.contains(" " + word.folded() + " ");
  }

  /**
   * In which languages a text may be: those with the most small words, all of them when it has too
   * few to tell.
   */
  public static Set<Language> of(Collection<Word> text) {
    Map<Language, Integer> counts = new EnumMap<>(Language.class);
    for (Language language : values()) {
      counts.put(language, (int) text.stream().filter(language::isSmall).count());
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (most < 2) {
      return EnumSet.allOf(Language.class);
    }
    Set<Language> likely = EnumSet.noneOf(Language.class);
    counts.forEach(
        (language, count) -> {
          if (count * 2 > most) {
            likely.add(language);
          }
        });
    return likely;
  }
}
