package dev.parley.application.search;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.AMessage;
import dev.parley.application.conversation.ConversationStores;
import dev.parley.application.conversation.Scene;
import dev.parley.application.search.Condition.Choice;
import dev.parley.application.search.Condition.Moment;
import dev.parley.application.search.Condition.Status;
import dev.parley.application.search.Condition.TagRule;
import dev.parley.application.search.ConversationSearch.ConversationHit;
import dev.parley.application.search.ConversationSearch.Found;
import dev.parley.application.search.ConversationSearch.MessageHit;
import dev.parley.application.search.ConversationSearch.Place;
import dev.parley.application.search.ConversationSearch.Query;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Permission;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.AttributeValue;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.attribute.CustomAttribute.Entity;
import dev.parley.domain.attribute.CustomAttribute.Input;
import dev.parley.domain.attribute.CustomAttribute.Option;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.SharedError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What searching promises, whatever the store knows of word forms. */
public interface ConversationSearchContract extends ConversationStores {
  InstantSource CLOCK = InstantSource.fixed(NOON);

  ConversationSearch search();

  // Words

  @Test
  default void wordsAreFoundInSubjectsAndMessages() {
    long bySubject = about("Broken teapot", "Hello");
    long byMessage = about("Hello", "My teapot arrived without a lid");
    about("Hello", "Nothing of the kind");

    assertThat(found("teapot")).containsExactlyInAnyOrder(bySubject, byMessage);
  }

  @Test
  default void moreOfTheWordsAreBetterAndLaterTextsComeFirst() {
    long one = about(null, "teapot");
    long three = about(null, "kettle teapot saucer");
    long two = about(null, "saucer and teapot");
    long otherOne = about(null, "saucer");

    assertThat(found("teapot kettle saucer")).containsExactly(three, two, otherOne, one);
    add(one, scene().fromJane(load(one).id()).saying("teapot again"));
    assertThat(found("teapot kettle saucer")).containsExactly(three, two, one, otherOne);
  }

  @ParameterizedTest
  @CsvSource({
    "Straße, STRASSE",
    "Grüße, grusse",
    "CAFÉ, cafe\u0301",
    "smørrebrød, Smorrebrod",
    "ﬁnally, finally",
    "Ｔｅａｐｏｔ, teapot",
    "Łódź, lodz",
    "ΟΔΟΣ, οδός",
    "Чайник, чайник",
    "order#4711, 4711",
    "l'assiette, assiette",
    "注文をキャンセル, 注文",
  })
  default void caseAccentsAndLigaturesDoNotMatter(String written, String asked) {
    long number = about(null, "Before " + written + " behind");

    assertThat(found(asked)).containsExactly(number);
    assertThat(exactly(asked)).containsExactly(number);
    assertThat(marked(hit(asked).messages().getFirst().excerpt())).isNotEmpty();
  }

  @Test
  default void aPhraseIsFoundWordByWordInItsOrder() {
    long number = about(null, "Please do cancel -- my\nOrder!");
    about(null, "order my cancel");
    about(null, "cancel order my");
    about(null, "cancel the order, my dear");

    assertThat(exactly("Cancel my order")).containsExactly(number);
    assertThat(exactly("order my order")).isEmpty();
  }

  @Test
  default void aPhraseHasNoOtherForms() {
    about(null, "two teapots");

    assertThat(exactly("teapot")).isEmpty();
    assertThat(exactly("two teapot")).isEmpty();
  }

  @Test
  default void aPhraseMayConsistOfSmallWords() {
    long number = about(null, "To be or not to be");
    about(null, "not to be or to be");

    assertThat(exactly("to be or not to be")).containsExactly(number);
  }

  @Test
  default void markupIsNotText() {
    long number = html("<p class=\"kettle\">tea<b>pot</b></p><div>lid&amp;saucer &lt;b&gt;</div>");

    assertThat(found("teapot")).containsExactly(number);
    assertThat(exactly("teapot lid saucer")).containsExactly(number);
    assertThat(found("kettle")).isEmpty();
    assertThat(found("div")).isEmpty();
    assertThat(found("amp")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!!", "& | ! <-> ( :*", "-", "'"})
  default void signsAloneFindNothing(String signs) {
    about("Hello !!!", "& | ! <-> ( :* -");

    assertThat(found(signs)).isEmpty();
    assertThat(exactly(signs)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"' or 1=1 --", "teapot & !kettle", "tea\\pot'", "%_", "$1 {teapot}"})
  default void whatIsAskedIsNeverMoreThanWords(String query) {
    about("saucer", "saucer");

    assertThat(found(query)).isEmpty();
    assertThat(exactly(query)).isEmpty();
  }

  @Test
  default void notesAreNotSearched() {
    long number = about("Hello", "Hello");
    decide(number, c -> c.addNote(scene().note(c.id(), "teapot", NOON)));

    assertThat(found("teapot")).isEmpty();
  }

  @Test
  default void longTextsAreSearchedWithoutFailing() {
    StringBuilder text = new StringBuilder("teapot ");
    for (int i = 0; text.length() < Content.MAX - 20; i++) {
      text.append("word").append(i).append('x').append(Integer.toHexString(i * 31)).append(' ');
    }
    long number = about("x".repeat(1000), text.toString());

    assertThat(found("teapot")).containsExactly(number);
  }

  // What is shown

  @Test
  default void aHitShowsWhatWasFoundAndWhere() {
    long number = about("Cancel my order", "Hello");
    Message message =
        add(
            number,
            scene()
                .fromJane(load(number).id())
                .saying("I want to cancel my order as soon as possible"));

    ConversationHit hit = hit("cancel my order");

    assertThat(hit.number()).isEqualTo(number);
    assertThat(marked(Objects.requireNonNull(hit.subject()))).containsExactly("Cancel my order");
    assertThat(hit.messages()).extracting(MessageHit::id).containsExactly(message.id());
    assertThat(shown(hit.messages().getFirst().excerpt()))
        .isEqualTo("I want to [cancel my order] as soon as possible");
  }

  @Test
  default void whatWasNotFoundIsNotShown() {
    about("Hello", "teapot");

    assertThat(hit("teapot").subject()).isNull();
    assertThat(hit("hello").messages()).isEmpty();
  }

  @Test
  default void ofAConversationTheBestMessagesAreShown() {
    long number = about(null, "teapot 1");
    ConversationId id = load(number).id();
    add(number, scene().fromJane(id).saying("teapot and kettle 2"));
    add(number, scene().fromJane(id).saying("teapot 3"));
    add(number, scene().fromJane(id).saying("teapot 4"));

    assertThat(hit("teapot kettle").messages())
        .extracting(message -> shown(message.excerpt()))
        .containsExactly("[teapot] and [kettle] 2", "[teapot] 4", "[teapot] 3");
    assertThat(
            await(search().find(actor(), new Query(text("teapot"), all(), false), none(), 1))
                .hits()
                .getFirst()
                .messages())
        .isEmpty();
  }

  @Test
  default void ofALongMessageTheFoundPartIsShown() {
    about(null, "lorem ipsum ".repeat(500) + "teapot" + " dolor sit".repeat(500));

    Excerpt excerpt = hit("teapot").messages().getFirst().excerpt();

    assertThat(marked(excerpt)).containsExactly("teapot");
    assertThat(shown(excerpt).length()).isLessThan(ConversationSearch.EXCERPT + 20);
  }

  // Who sees what

  @Test
  default void othersFindNothing() {
    long number = about("teapot", "teapot");

    assertThat(numbers(await(search().find(abroad().actor(), query("teapot"), none(), 10))))
        .isEmpty();
    assertThat(
            numbers(
                await(
                    search()
                        .find(
                            abroad().actor(),
                            new Query(null, all(new Condition.Numbered(one(number))), true),
                            none(),
                            10))))
        .isEmpty();
  }

  @Test
  default void whoMayNotReadConversationsMayNotSearch() {
    Actor blind = Actors.without(actor(), Permission.CONVERSATIONS_READ);

    assertThat(
            errorOf(
                io.smallrye.mutiny.Uni.createFrom()
                    .deferred(() -> search().find(blind, query("teapot"), none(), 10))))
        .isEqualTo(new SharedError.PermissionMissing("CONVERSATIONS_READ"));
  }

  // Pages

  @Test
  default void pagesHoldEveryHitOnceInOrder() {
    List<Long> newest = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      newest.addFirst(about("teapot " + i, i % 2 == 0 ? "kettle" : "saucer"));
    }
    Query words = query("teapot kettle");
    Query everything = new Query(null, all(), false);

    assertThat(inPages(words, 2)).hasSize(7).isEqualTo(inPages(words, 50));
    assertThat(inPages(everything, 3)).isEqualTo(newest);
    assertThat(inPages(everything, 7)).isEqualTo(newest);
  }

  private List<Long> inPages(Query query, int limit) {
    List<Long> all = new ArrayList<>();
    Optional<Place> after = none();
    do {
      Found page = await(search().find(actor(), query, after, limit));
      assertThat(page.hits()).isNotEmpty();
      all.addAll(numbers(page));
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  // Filters

  @Test
  default void withoutConditionsEverythingIsFoundTheNewestFirst() {
    long older = create(scene().aNewConversation(scene().fromJane(id()).at(MORNING)));
    long newer = create(scene().aNewConversation(scene().fromJane(id()).at(NOON)));
    long oldest =
        create(scene().aNewConversation(scene().fromJane(id()).at(MORNING.minusSeconds(1))));

    assertThat(where()).containsExactly(newer, older, oldest);
  }

  @Test
  default void filtersNarrowWhatWordsFind() {
    long open = about("teapot", "Hello");
    long closed = about("teapot", "Hello");
    decide(closed, c -> c.close(scene().byAlice, NOON));

    Query query = new Query(text("teapot"), all(new Condition.In(one(Status.SETTLED))), true);
    assertThat(numbers(await(search().find(actor(), query, none(), 10))))
        .containsExactly(closed)
        .doesNotContain(open);
  }

  @Test
  default void allConditionsOrAnyOfThem() {
    long both = about(null, "1");
    decide(both, c -> c.addTag(scene().vip, scene().byAlice, NOON));
    decide(both, c -> c.close(scene().byAlice, NOON));
    long one = about(null, "2");
    decide(one, c -> c.close(scene().byAlice, NOON));
    about(null, "3");
    Condition tagged = new Condition.Tagged(TagRule.HAS_ONE, Set.of(scene().vip.id()));
    Condition settled = new Condition.In(one(Status.SETTLED));

    assertThat(where(new ConversationFilter(true, List.of(tagged, settled)))).containsOnly(both);
    assertThat(where(new ConversationFilter(false, List.of(tagged, settled))))
        .containsOnly(both, one);
    assertThat(where(new ConversationFilter(false, List.of()))).hasSize(3);
  }

  @Test
  default void byWhoHoldsIt() {
    long waiting = about(null, "1");
    long offered = about(null, "2");
    decide(offered, c -> c.offerByPolicy(scene().alice, NOON.plusSeconds(60), NOON));
    long alices = about(null, "3");
    decide(alices, c -> c.claim(scene().alice, true, scene().byAlice, NOON));
    long bobs = about(null, "4");
    decide(bobs, c -> c.claim(scene().bob, true, scene().byBob, NOON));

    assertThat(where(new Condition.OfAgent(one(scene().alice)))).containsOnly(alices);
    assertThat(where(new Condition.OfAgent(one(scene().alice, scene().bob))))
        .containsOnly(alices, bobs);
    assertThat(where(new Condition.OfAgent(no(scene().alice))))
        .containsOnly(waiting, offered, bobs);
    assertThat(where(new Condition.OfAgent(new Choice.Absent<>()))).containsOnly(waiting, offered);
    assertThat(where(new Condition.OfAgent(new Choice.Present<>()))).containsOnly(alices, bobs);
  }

  @Test
  default void byItsQueue() {
    long here = about(null, "1");
    long there = about(null, "2");
    decide(there, c -> c.transferTo(scene().sales, scene().byAlice, NOON));
    decide(there, c -> c.claim(scene().bob, true, scene().byBob, NOON));

    assertThat(where(new Condition.OfQueue(one(scene().sales)))).containsOnly(there);
    assertThat(where(new Condition.OfQueue(no(scene().sales)))).containsOnly(here);
    assertThat(where(new Condition.OfQueue(new Choice.Present<>()))).containsOnly(here, there);
    assertThat(where(new Condition.OfQueue(new Choice.Absent<>()))).isEmpty();
  }

  @Test
  default void byItsRequesterNumberChannelAndDirection() {
    long janes = about(null, "1");
    long joes =
        create(scene().aNewConversation(scene().fromJoe(id()), scene().joe, scene().support));
    long outbound = create(scene().aNewConversation(scene().fromAlice(id())));

    assertThat(where(new Condition.OfRequester(one(scene().joe)))).containsOnly(joes);
    assertThat(where(new Condition.OfRequester(no(scene().joe)))).containsOnly(janes, outbound);
    assertThat(where(new Condition.Numbered(one(joes, Long.MAX_VALUE)))).containsOnly(joes);
    assertThat(where(new Condition.Numbered(no(janes, joes)))).containsOnly(outbound);
    assertThat(where(new Condition.OverChannel(one(Channel.EMAIL)))).hasSize(3);
    assertThat(where(new Condition.OverChannel(no(Channel.EMAIL, Channel.WIDGET)))).isEmpty();
    assertThat(where(new Condition.Going(one(Direction.OUTBOUND)))).containsOnly(outbound);
    assertThat(where(new Condition.Going(no(Direction.OUTBOUND)))).containsOnly(janes, joes);
    assertThat(where(new Condition.Going(one()))).isEmpty();
  }

  @Test
  default void byItsState() {
    long open = about(null, "1");
    long pending = about(null, "2");
    decide(pending, c -> c.followUp(NOON.plusSeconds(60), scene().byAlice, NOON));
    long closed = about(null, "3");
    decide(closed, c -> c.close(scene().byAlice, NOON));

    assertThat(where(new Condition.In(one(Status.OPEN)))).containsOnly(open);
    assertThat(where(new Condition.In(one(Status.PENDING)))).containsOnly(pending);
    assertThat(where(new Condition.In(one(Status.SETTLED, Status.OPEN))))
        .containsOnly(open, closed);
    assertThat(where(new Condition.In(no(Status.OPEN)))).containsOnly(pending, closed);
  }

  @Test
  default void byItsTags() {
    dev.parley.domain.tag.Tag late =
        new dev.parley.domain.tag.Tag(
            new dev.parley.domain.tag.TagId(scene().ids.next()), "Late", null, true);
    scene().seeds.add(here(), late);
    long none = about(null, "1");
    long vip = about(null, "2");
    decide(vip, c -> c.addTag(scene().vip, scene().byAlice, NOON));
    long both = about(null, "3");
    decide(both, c -> c.addTags(List.of(scene().vip, late), scene().byAlice, NOON));
    Set<dev.parley.domain.tag.TagId> tags = Set.of(scene().vip.id(), late.id());

    assertThat(where(new Condition.Tagged(TagRule.HAS_ONE, tags))).containsOnly(vip, both);
    assertThat(where(new Condition.Tagged(TagRule.HAS_ALL, tags))).containsOnly(both);
    assertThat(where(new Condition.Tagged(TagRule.LACKS_ONE, tags))).containsOnly(none, vip);
    assertThat(where(new Condition.Tagged(TagRule.LACKS_ALL, tags))).containsOnly(none);
    assertThat(where(new Condition.Tagged(TagRule.LACKS_ALL, Set.of(late.id()))))
        .containsOnly(none, vip);
    assertThat(where(new Condition.Tagged(TagRule.HAS_NO_TAG, Set.of()))).containsOnly(none);
    assertThat(where(new Condition.Tagged(TagRule.HAS_ANY_TAG, Set.of()))).containsOnly(vip, both);
  }

  @Test
  default void byACustomAttribute() {
    CustomAttributeId text = attribute("order", new Input.TextInput(null));
    CustomAttributeId choice =
        attribute(
            "topic",
            new Input.SelectInput(List.of(new Option(newId(), "shop", "Shop", false, List.of()))));
    long none = about(null, "1");
    long lamps = about(null, "2");
    hold(lamps, text, new AttributeValue.Written("A, {1}"));
    hold(lamps, choice, new AttributeValue.Chosen(List.of("shop", "lamps")));
    long shop = about(null, "3");
    hold(shop, text, new AttributeValue.Written("B"));
    hold(shop, choice, new AttributeValue.Chosen(List.of("shop")));

    assertThat(where(holding(text, one(List.of("A, {1}"))))).containsOnly(lamps);
    assertThat(where(holding(text, one(List.of("A, {1}"), List.of("B")))))
        .containsOnly(lamps, shop);
    assertThat(where(holding(text, no(List.of("B"))))).containsOnly(none, lamps);
    assertThat(where(holding(text, one(List.of("B", "B"))))).isEmpty();
    assertThat(where(holding(choice, one(List.of("shop"))))).containsOnly(lamps, shop);
    assertThat(where(holding(choice, one(List.of("shop", "lamps"))))).containsOnly(lamps);
    assertThat(where(holding(choice, no(List.of("shop", "lamps"))))).containsOnly(none, shop);
    assertThat(where(holding(choice, one(List.of("lamps"))))).isEmpty();
    assertThat(where(holding(choice, new Choice.Absent<>()))).containsOnly(none);
    assertThat(where(holding(choice, new Choice.Present<>()))).containsOnly(lamps, shop);
    assertThat(where(holding(new CustomAttributeId(newId()), new Choice.Present<>()))).isEmpty();
  }

  private CustomAttributeId attribute(String identifier, Input input) {
    CustomAttributeId id = new CustomAttributeId(scene().ids.next());
    scene()
        .seeds
        .add(
            here(),
            new CustomAttribute(
                id, Entity.CONVERSATION, identifier, identifier, input, false, MORNING, null));
    return id;
  }

  private void hold(long number, CustomAttributeId attribute, AttributeValue value) {
    decide(
        number,
        c ->
            c.updateAttributes(
                List.of(new AttributeChange(attribute, value)), scene().byAlice, NOON));
  }

  private static Condition holding(CustomAttributeId attribute, Choice<List<String>> value) {
    return new Condition.Holding(attribute, value);
  }

  @Test
  default void byWhenThingsHappened() {
    long untouched = about(null, "1");
    long claimed = about(null, "2");
    decide(claimed, c -> c.claim(scene().bob, true, scene().byBob, NOON));
    long closed = about(null, "3");
    add(closed, scene().fromJane(load(closed).id()).at(NOON.minusSeconds(60)));
    decide(closed, c -> c.close(scene().byAlice, NOON));

    for (Moment moment : Moment.values()) {
      assertThat(where(new Condition.Happened(moment, NOON.plusMillis(1), null)))
          .as("%s", moment)
          .isEmpty();
      assertThat(where(new Condition.Happened(moment, null, MORNING.minusMillis(1))))
          .as("%s", moment)
          .isEmpty();
    }
    assertThat(where(happened(Moment.CREATED, MORNING, MORNING)))
        .containsOnly(untouched, claimed, closed);
    assertThat(where(happened(Moment.ASSIGNED, null, NOON))).containsOnly(claimed);
    assertThat(where(happened(Moment.SETTLED, NOON, null))).containsOnly(closed);
    assertThat(where(happened(Moment.LAST_MESSAGE, MORNING.plusMillis(1), null)))
        .containsOnly(closed);
    assertThat(where(happened(Moment.LAST_MESSAGE, null, NOON.minusSeconds(60)))).hasSize(3);
    assertThat(where(happened(Moment.LAST_ACTIVITY, NOON, NOON))).containsOnly(claimed, closed);
    assertThat(where(happened(Moment.LAST_ACTIVITY, null, MORNING))).containsOnly(untouched);
    decide(closed, c -> c.reopen(scene().support, scene().byAlice, NOON));
    assertThat(where(happened(Moment.SETTLED, null, null))).isEmpty();
  }

  @Test
  default void byHowLongItLasted() {
    Duration morning = Duration.between(MORNING, NOON);
    long open = about(null, "1");
    long closed = about(null, "2");
    decide(closed, c -> c.close(scene().byAlice, MORNING.plusSeconds(10)));

    assertThat(where(new Condition.Lasted(morning, null))).containsOnly(open);
    assertThat(where(new Condition.Lasted(Duration.ofSeconds(10), Duration.ofSeconds(10))))
        .containsOnly(closed);
    assertThat(where(new Condition.Lasted(Duration.ZERO, morning))).containsOnly(open, closed);
    assertThat(where(new Condition.Lasted(morning.plusMillis(1), null))).isEmpty();
    assertThat(where(new Condition.Lasted(Duration.ofMillis(Long.MAX_VALUE), null))).isEmpty();
  }

  private static Condition happened(Moment moment, @Nullable Instant from, @Nullable Instant to) {
    return new Condition.Happened(moment, from, to);
  }

  // Asking

  private Actor actor() {
    return scene().actor();
  }

  private ConversationId id() {
    return scene().newConversationId();
  }

  /** Of Jane, begun in the morning. */
  private long about(@Nullable String subject, String text) {
    return about(subject, scene().fromJane(id()).at(MORNING).saying(text));
  }

  private long html(String html) {
    return about(null, scene().fromJane(id()).with(new Content(Content.Format.HTML, html)));
  }

  private long about(@Nullable String subject, AMessage first) {
    Scene scene = scene();
    return create(scene.aNewConversation(subject, first, scene.jane, scene.support));
  }

  private List<Long> found(String words) {
    return numbers(await(search().find(actor(), query(words), none(), 50)));
  }

  private List<Long> exactly(String words) {
    Query query = new Query(new TextQuery(words, true), all(), true);
    return numbers(await(search().find(actor(), query, none(), 50)));
  }

  private List<Long> where(Condition... conditions) {
    return where(all(conditions));
  }

  private List<Long> where(ConversationFilter filter) {
    return numbers(await(search().find(actor(), new Query(null, filter, true), none(), 50)));
  }

  private ConversationHit hit(String words) {
    return await(search().find(actor(), query(words), none(), 1)).hits().getFirst();
  }

  private static Query query(String words) {
    return new Query(text(words), all(), true);
  }

  private static TextQuery text(String words) {
    return new TextQuery(words, false);
  }

  private static ConversationFilter all(Condition... conditions) {
    return new ConversationFilter(true, List.of(conditions));
  }

  private static Optional<Place> none() {
    return Optional.empty();
  }

  private static List<Long> numbers(Found found) {
    return found.hits().stream().map(ConversationHit::number).toList();
  }

  private static <T> Choice<T> one() {
    return new Choice.OneOf<>(Set.of());
  }

  private static <T> Choice<T> one(T value) {
    return new Choice.OneOf<>(Set.of(value));
  }

  private static <T> Choice<T> one(T value, T other) {
    return new Choice.OneOf<>(Set.of(value, other));
  }

  private static <T> Choice<T> no(T value) {
    return new Choice.NoneOf<>(Set.of(value));
  }

  private static <T> Choice<T> no(T value, T other) {
    return new Choice.NoneOf<>(Set.of(value, other));
  }

  private static List<String> marked(Excerpt excerpt) {
    return excerpt.pieces().stream()
        .filter(Excerpt.Piece::matched)
        .map(Excerpt.Piece::text)
        .toList();
  }

  private static String shown(Excerpt excerpt) {
    return excerpt.pieces().stream()
        .map(piece -> piece.matched() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }
}
