package dev.parley.channels.email.html;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lines that mail programs put before what they quote, in the languages they do. Texts given here
 * are one line, stripped.
 */
final class LeadLines {
  /** Longer lines are prose. */
  static final int LONGEST = 400;

  /** A lead tells when: a time, a year or a numeric date. Prose hardly ever does. */
  private static final Pattern MOMENT =
      Pattern.compile("\\d{1,2}[:.h]\\d{2}|\\b(?:19|20)\\d{2}\\b|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2}");

  private static final List<Pattern> LEADS =
      Stream.of(
              "(?:On|At) .{0,350} wrote ?:", // English
              ".{2,120} wrote on .{0,200}:",
              "Am .{0,200} schrieb .{0,150}:", // German
              "Am .{0,350} schrieb ?:",
              "Am .{0,200} hat .{0,120} geschrieben ?:",
              ".{2,120} schrieb am .{0,200}:",
              "Le .{0,350} a écrit ?:", // French
              "El .{0,350} escribió ?:", // Spanish
              "(?:Den|På) .{0,200} skrev .{0,150}:", // Danish, Swedish, Norwegian
              "(?:\\p{L}{2,9}[.,]{0,2} )?\\d{1,2}\\.? \\p{L}{3,10}\\.? .{0,60} skrev .{0,150}:",
              "Op .{0,200} schreef .{0,150}:", // Dutch
              "Op .{0,200} heeft .{0,120} geschreven ?:",
              "Il .{0,350} ha scritto ?:", // Italian
              "(?:Em|A|Às) .{0,350} escreveu ?:", // Portuguese
              "W dniu .{0,350} (?:pisze|napisał(?:\\(a\\)|a)?) ?:", // Polish
              ".{2,350} kirjoitti ?:", // Finnish
              // Any language: when, and whose address
              ".{0,300}<\\s?[^<>@\\s]{1,64}@[^<>\\s]{1,190}>\\)?.{0,40}:")
          .map(lead -> Pattern.compile(lead, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
          .toList();

  private static final Pattern ORIGINAL =
      Pattern.compile(
          "[-_ ]{3,60}(?:Original Message|Original Appointment|Ursprüngliche Nachricht|"
              + "Originalnachricht|Message d'origine|Message original|Mensaje original|"
              + "Oprindelig meddelelse|Original besked|Oorspronkelijk bericht|"
              + "Messaggio originale|Mensagem original|Ursprungligt meddelande|"
              + "Originalmeddelande|Opprinnelig melding|Opprinnelig e-post|Wiadomość oryginalna|"
              + "Alkuperäinen viesti)[-_ ]{3,60}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern FORWARDED =
      Pattern.compile(
          "-{3,60} ?(?:Forwarded message|Weitergeleitete Nachricht|Message transféré|"
              + "Mensaje reenviado|Videresendt meddelelse|Doorgestuurd bericht|"
              + "Messaggio inoltrato|Mensagem encaminhada|Vidarebefordrat meddelande|"
              + "Videresendt melding) ?-{3,60}|Begin forwarded message:|"
              + "Anfang der weitergeleiteten Nachricht:|Début du message réexpédié ?:",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern FROM =
      Pattern.compile(
          "\\*?(?:From|Von|De|Fra|Van|Da|Från|Od|Lähettäjä|От) ?:\\*? ?\\S.{0,300}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern OTHER_FIELD =
      Pattern.compile(
          "\\*?(?:Sent|Date|To|Cc|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado(?: el)?|"
              + "Fecha|Para|Asunto|Sendt|Dato|Til|Emne|Verzonden|Aan|Onderwerp|Inviato|Data|A|Oggetto|Enviada(?:"
              + " em)?|Assunto|Skickat|Till|Ämne|Kopia|Kopie|Отправлено|Дата|Кому|Тема) ?:\\*?(?:"
              + " .{0,2000})?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern BLANKS = Pattern.compile("[\\s\u00A0\u200B\uFEFF]+");

  private LeadLines() {}

  static boolean isLead(String line) {
    boolean shaped = line.endsWith(":") && line.length() <= LONGEST && MOMENT.matcher(line).find();
    return shaped && LEADS.stream().anyMatch(lead -> lead.matcher(line).matches());
  }

  static boolean isOriginal(String line) {
    return line.length() <= LONGEST && ORIGINAL.matcher(line).matches();
  }

  static boolean isForwarded(String line) {
    return line.length() <= LONGEST && FORWARDED.matcher(line).matches();
  }

  /** The first field of a block as Outlook writes it. */
  static boolean isFromField(String line) {
    return line.length() <= LONGEST && FROM.matcher(line).matches();
  }

  static boolean isOtherField(String line) {
    return line.indexOf(':') > 0 && OTHER_FIELD.matcher(line).matches();
  }

  static String normalised(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /**
   * @param text as long as it may be; only its beginning counts
   */
  static boolean startsForwarded(String text) {
    String start = text.substring(0, Math.min(text.length(), LONGEST));
    return FORWARDED.matcher(normalised(start)).lookingAt();
  }
}
