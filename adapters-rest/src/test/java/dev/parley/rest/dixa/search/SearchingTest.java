package dev.parley.rest.dixa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.parley.application.search.Condition;
import dev.parley.application.search.Condition.Choice;
import dev.parley.application.search.Condition.Moment;
import dev.parley.application.search.Condition.Status;
import dev.parley.application.search.Condition.TagRule;
import dev.parley.application.search.ConversationFilter;
import dev.parley.application.search.ConversationSearch.ConversationHit;
import dev.parley.application.search.ConversationSearch.Found;
import dev.parley.application.search.ConversationSearch.MessageHit;
import dev.parley.application.search.ConversationSearch.Place;
import dev.parley.application.search.Excerpt;
import dev.parley.application.search.Excerpt.Piece;
import dev.parley.application.search.TextQuery;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.tag.TagId;
import dev.parley.rest.dixa.conversation.DixaTest;
import dev.parley.rest.dixa.conversation.Scripted.Searched;
import dev.parley.rest.support.Json;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchingTest extends DixaTest {
  private static final String PATH = "/v1/search/conversations";
  private static final String BAD_QUERY = "Invalid value for: query parameter ";
  private static final Instant FROM = Instant.parse("2021-12-01T12:46:36.581Z");
  private static final Instant TO = Instant.parse("2022-01-01T00:00:00Z");

  @Test
  void aHitShowsItsMarks() {
    answer(
        new ConversationHit(
            new Place(3, QUEUE),
            1234,
            new Excerpt(List.of(new Piece("Cancel my order", true))),
            List.of(
                new MessageHit(
                    new MessageId(AGENT),
                    new Excerpt(
                        List.of(
                            new Piece("I want to ", false),
                            new Piece("cancel my order", true),
                            new Piece(" as soon as possible", false)))))));

    get("?query=cancel my order")
        .then()
        .statusCode(200)
        .body("data[0].id", equalTo(1234))
        .body(
            "data[0].highlights.subject",
            equalTo(List.of("<em class=\"highlight\">Cancel my order</em>")))
        .body("data[0].innerHits[0].id", equalTo(AGENT.toString()))
        .body(
            "data[0].innerHits[0].highlight.text",
            equalTo("I want to <em class=\"highlight\">cancel my order</em> as soon as possible"))
        .body("data[0]._type", equalTo("ConversationSearchHit"))
        .body("$", not(hasKey("meta")));
    assertThat(asked().query().messages()).isTrue();
    assertThat(asked().query().text()).isEqualTo(new TextQuery("cancel my order", false));
    assertThat(asked().limit()).isEqualTo(50);
  }

  @Test
  void textNeverBecomesMarkup() {
    Excerpt hostile =
        new Excerpt(
            List.of(
                new Piece("<em class=\"highlight\">a</em>&", false),
                new Piece("<script>'\"", true)));
    answer(
        new ConversationHit(
            new Place(1, QUEUE),
            1,
            hostile,
            List.of(new MessageHit(new MessageId(AGENT), hostile))));
    String shown =
        "&lt;em class=&quot;highlight&quot;&gt;a&lt;/em&gt;&amp;"
            + "<em class=\"highlight\">&lt;script&gt;&#39;&quot;</em>";

    get("?query=a")
        .then()
        .body("data[0].highlights.subject[0]", equalTo(shown))
        .body("data[0].innerHits[0].highlight.text", equalTo(shown));
  }

  @Test
  void aPostShowsNoMessages() {
    answer(new ConversationHit(new Place(1, QUEUE), 7, null, List.of()));

    post("{\"query\": {\"value\": \"teapot\", \"exactMatch\": true}}")
        .then()
        .statusCode(200)
        .body("data[0].id", equalTo(7))
        .body("data[0].highlights", anEmptyMap())
        .body("data[0]", not(hasKey("innerHits")))
        .body("data[0]._type", equalTo("ConversationSearchHit"));
    assertThat(asked().query().messages()).isFalse();
    assertThat(asked().query().text()).isEqualTo(new TextQuery("teapot", true));
  }

  @Test
  void thePathMayEndWithASlash() {
    answer();

    signed().get(PATH + "/?query=teapot").then().statusCode(200).body("data", empty());
    json("{}").post(PATH + "/").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"query\": null, \"filters\": null, \"else\": 1}"})
  void withoutWordsAndFiltersEverythingIsFound(String body) {
    answer();

    post(body).then().statusCode(200);
    assertThat(asked().query().text()).isNull();
    assertThat(asked().query().filter()).isEqualTo(ConversationFilter.NONE);
  }

  @Test
  void whoMayNotIs401() {
    useCases.refuse(Searched.class, new SharedError.PermissionMissing("CONVERSATIONS_READ"));

    refused(get("?query=teapot"), 401, "User is unauthorized to perform an underlying operation");
    refused(post("{}"), 401, "User is unauthorized to perform an underlying operation");
  }

  // Pages

  @Inject Json json;

  @Test
  void aKeyCarriesTheWholeQuery() {
    useCases.on(Searched.class, SearchingTest::endless);
    String body =
        "{\"query\": {\"value\": \"tea & pot\"}, \"filters\": {\"strategy\": \"Any\","
            + " \"conditions\": [{\"field\": {\"_type\": \"Status\"}, \"operator\":"
            + " {\"_type\": \"IsOneOf\", \"values\": [\"open\"]}}]}}";
    String next =
        json(body).post(PATH + "?pageLimit=2").then().statusCode(200).extract().path("meta.next");
    Searched first = asked();

    assertThat(next).startsWith("/v1/search/conversations/?pageKey=");
    json("{}").urlEncodingEnabled(false).post(next).then().statusCode(200);
    assertThat(asked().query()).isEqualTo(first.query());
    assertThat(asked().limit()).isEqualTo(2);
    assertThat(asked().after()).contains(new Place(3, QUEUE));

    json("{\"query\": {\"value\": \"else\"}}")
        .urlEncodingEnabled(false)
        .post(next + "&pageLimit=5")
        .then()
        .statusCode(200)
        .body("data.size()", equalTo(5));
    assertThat(asked().query()).isEqualTo(first.query());

    signed().urlEncodingEnabled(false).get(next + "&query=else").then().statusCode(200);
    assertThat(asked().query().text()).isEqualTo(first.query().text());
    assertThat(asked().query().filter()).isEqualTo(first.query().filter());
  }

  private static Uni<Found> endless(Searched searched) {
    List<ConversationHit> hits =
        IntStream.range(0, searched.limit())
            .mapToObj(i -> new ConversationHit(new Place(3, QUEUE), i, null, List.of()))
            .toList();
    return Uni.createFrom().item(new Found(hits, Optional.of(new Place(3, QUEUE))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "51", "-1", "x", "1.5", "100", "99999999999999999999", "+1"})
  void aLimitOutsideOf1To50Is400(String limit) {
    answer();

    refused(get("?query=a&pageLimit=" + limit.replace("+", "%2B")), 400, BAD_QUERY + "pageLimit");
    refused(
        json("{}").urlEncodingEnabled(false).post(PATH + "?pageLimit=" + limit.replace("+", "%2B")),
        400,
        BAD_QUERY + "pageLimit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!!", "AAAA", "cGFnZUxpbWl0PTUwJnBhZ2U9MQ", "q1ZKVrKqBQA", "%00x"})
  void aKeyThatIsNoneOfOursIs400(String key) {
    answer();

    refused(get("?pageKey=" + key), 400);
    refused(json("{}").urlEncodingEnabled(false).post(PATH + "?pageKey=" + key), 400);
  }

  @Test
  void aKeyIsReadAsStrictlyAsABody() {
    useCases.on(Searched.class, SearchingTest::endless);
    PageKey far = new PageKey(new SearchInput(null, null), 50, Long.MAX_VALUE, QUEUE);
    refused(get("?pageKey=" + far.text(json)), 400, BAD_QUERY + "pageKey");
    PageKey many = new PageKey(new SearchInput(null, null), 5000, 1, QUEUE);
    get("?pageKey=" + many.text(json)).then().statusCode(200).body("data.size()", equalTo(50));
  }

  // The query

  @ParameterizedTest
  @ValueSource(strings = {"", "?query=", "?query=%20", "?exactMatch=true"})
  void aSearchByTextNeedsWords(String query) {
    answer();

    refused(get(query), 400, BAD_QUERY + "query");
  }

  @Test
  void aQueryHasALimit() {
    answer();

    get("?query=" + "x".repeat(1000)).then().statusCode(200);
    refused(get("?query=" + "x".repeat(1001)), 400, BAD_QUERY + "query");
    refused(post("{\"query\": {\"value\": \"" + "x".repeat(1001) + "\"}}"), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "yes", "TRUE"})
  void exactMatchIsABoolean(String flag) {
    refused(get("?query=a&exactMatch=" + flag), 400, BAD_QUERY + "exactMatch");
  }

  // Filters

  static Stream<Arguments> conditions() {
    Set<UUID> ids = Set.of(AGENT, QUEUE);
    String uuids = "\"values\": [\"" + AGENT + "\", \"" + QUEUE + "\"]";
    String paths = "\"values\": [[\"shop\", \"lamps\"], [\"\"]]";
    Set<List<String>> known = Set.of(List.of("shop", "lamps"), List.of(""));
    return Stream.of(
        each("AgentId", "IsOneOf", uuids, new Condition.OfAgent(one(ids, AgentId::new))),
        each("AgentId", "IsNotOneOf", uuids, new Condition.OfAgent(no(ids, AgentId::new))),
        each("AgentId", "IsEmpty", "", new Condition.OfAgent(new Choice.Absent<>())),
        each("AgentId", "IsNotEmpty", "", new Condition.OfAgent(new Choice.Present<>())),
        each("QueueId", "IsOneOf", uuids, new Condition.OfQueue(one(ids, QueueId::new))),
        each("QueueId", "IsNotOneOf", uuids, new Condition.OfQueue(no(ids, QueueId::new))),
        each("QueueId", "IsEmpty", "", new Condition.OfQueue(new Choice.Absent<>())),
        each("QueueId", "IsNotEmpty", "", new Condition.OfQueue(new Choice.Present<>())),
        each("ContactId", "IsOneOf", uuids, new Condition.OfRequester(one(ids, ContactId::new))),
        each("ContactId", "IsNotOneOf", uuids, new Condition.OfRequester(no(ids, ContactId::new))),
        each(
            "ConversationId",
            "IsOneOf",
            "\"values\": [1, 9223372036854775807]",
            new Condition.Numbered(new Choice.OneOf<>(Set.of(1L, Long.MAX_VALUE)))),
        each(
            "ConversationId",
            "IsNotOneOf",
            "\"values\": [-1]",
            new Condition.Numbered(new Choice.NoneOf<>(Set.of(-1L)))),
        each("TagId", "IncludesOne", uuids, tagged(TagRule.HAS_ONE, ids)),
        each("TagId", "IncludesAll", uuids, tagged(TagRule.HAS_ALL, ids)),
        each("TagId", "ExcludesOne", uuids, tagged(TagRule.LACKS_ONE, ids)),
        each("TagId", "ExcludesAll", uuids, tagged(TagRule.LACKS_ALL, ids)),
        each("TagId", "IsEmpty", "", tagged(TagRule.HAS_NO_TAG, Set.of())),
        each("TagId", "IsNotEmpty", "", tagged(TagRule.HAS_ANY_TAG, Set.of())),
        each("Channel", "IsOneOf", word("email"), channels(true, "email")),
        each("Channel", "IsNotOneOf", word("chat"), channels(false, "widget")),
        each("Channel", "IsOneOf", word("contactform"), channels(true, "contact-form")),
        each("Channel", "IsOneOf", word("phone"), channels(true, "telephony")),
        each("Channel", "IsOneOf", word("voicemail"), channels(true, "voicemail")),
        each("Channel", "IsOneOf", word("callback"), channels(true, "callback")),
        each("Channel", "IsOneOf", word("sms"), channels(true, "sms")),
        each("Channel", "IsOneOf", word("facebookmessenger"), channels(true, "messenger")),
        each("Channel", "IsOneOf", word("whatsapp"), channels(true, "whatsapp")),
        each("Channel", "IsOneOf", word("genericapimessaging"), channels(true, "api")),
        each("Channel", "IsOneOf", word("dixamessenger"), channels(true, "in-app")),
        each("Channel", "IsOneOf", word("adachat"), channels(true)),
        each("Channel", "IsOneOf", word("digitalgeniuschat"), channels(true)),
        each("Channel", "IsOneOf", word("kindlychat"), channels(true)),
        each("Channel", "IsOneOf", word("trustpilot"), channels(true)),
        each("Channel", "IsOneOf", word("yotpo"), channels(true)),
        attribute("IsOneOf", paths, new Choice.OneOf<>(known)),
        attribute("IsNotOneOf", paths, new Choice.NoneOf<>(known)),
        attribute("IsEmpty", "", new Choice.Absent<>()),
        attribute("IsNotEmpty", "", new Choice.Present<>()),
        each(
            "Status",
            "IsOneOf",
            "\"values\": [\"open\", \"pending\", \"closed\"]",
            new Condition.In(new Choice.OneOf<>(Set.of(Status.values())))),
        each(
            "Status",
            "IsNotOneOf",
            word("closed"),
            new Condition.In(new Choice.NoneOf<>(Set.of(Status.SETTLED)))),
        each(
            "Direction",
            "IsOneOf",
            "\"values\": [\"inbound\", \"outbound\", \"internal\"]",
            new Condition.Going(new Choice.OneOf<>(Set.of(Direction.values())))),
        each(
            "Direction",
            "IsNotOneOf",
            word("internal"),
            new Condition.Going(new Choice.NoneOf<>(Set.of()))),
        times("CreationDate", Moment.CREATED),
        times("ClosedDate", Moment.SETTLED),
        times("AssignedDate", Moment.ASSIGNED),
        times("LastMessage", Moment.LAST_MESSAGE),
        times("LastActivity", Moment.LAST_ACTIVITY),
        each(
            "CreationDate",
            "Since",
            "\"timestamp\": \"2022-01-01T01:00:00+01:00\"",
            new Condition.Happened(Moment.CREATED, TO, null)),
        each(
            "ClosedDate",
            "Until",
            "\"timestamp\": \"2022-01-01T00:00Z\"",
            new Condition.Happened(Moment.SETTLED, null, TO)),
        each(
            "Duration",
            "Between",
            "\"min\": 0, \"max\": 1500",
            new Condition.Lasted(Duration.ZERO, Duration.ofMillis(1500))),
        each(
            "Duration",
            "LongerThanOrEqualTo",
            "\"duration\": 9223372036854775807",
            new Condition.Lasted(Duration.ofMillis(Long.MAX_VALUE), null)),
        each(
            "Duration",
            "ShorterThanOrEqualTo",
            "\"duration\": 1500",
            new Condition.Lasted(Duration.ZERO, Duration.ofMillis(1500))));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void everyFieldHasItsOperators(String field, String operator, Condition condition) {
    answer();

    post(filters("{\"field\": {\"_type\": \"" + field + "\", \"operator\": " + operator + "}}"))
        .then()
        .statusCode(200);
    assertThat(asked().query().filter())
        .isEqualTo(new ConversationFilter(true, List.of(condition)));
    post(filters("{\"operator\": " + operator + ", \"field\": {\"_type\": \"" + field + "\"}}"))
        .then()
        .statusCode(200);
    assertThat(asked().query().filter().conditions()).containsExactly(condition);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "7",
        "{\"field\": null}",
        "{\"field\": {}}",
        "{\"field\": {\"_type\": \"AgentId\"}}",
        "{\"field\": {\"_type\": \"agentId\", \"operator\": {\"_type\": \"IsEmpty\"}}}",
        "{\"field\": {\"_type\": \"Color\", \"operator\": {\"_type\": \"IsEmpty\"}}}",
        "{\"field\": {\"_type\": \"AgentId\", \"operator\": {}}}",
        "{\"field\": {\"_type\": \"AgentId\", \"operator\": \"IsEmpty\"}}",
        "{\"field\": {\"_type\": \"AgentId\", \"operator\": {\"_type\": \"Is\"}}}",
        "{\"field\": {\"_type\": \"AgentId\", \"operator\": {\"_type\": \"Between\"}}}",
        "{\"field\": {\"_type\": \"AgentId\", \"operator\": {\"_type\": \"IsOneOf\"}}}",
        "{\"field\": {\"_type\": \"ContactId\", \"operator\": {\"_type\": \"IsEmpty\"}}}",
        "{\"field\": {\"_type\": \"ConversationId\", \"operator\": {\"_type\": \"IsEmpty\"}}}",
        "{\"field\": {\"_type\": \"Status\", \"operator\": {\"_type\": \"IsNotEmpty\"}}}",
        "{\"field\": {\"_type\": \"TagId\", \"operator\": {\"_type\": \"IsOneOf\"}}}",
        "{\"field\": {\"_type\": \"CreationDate\", \"operator\": {\"_type\": \"IsOneOf\"}}}",
        "{\"field\": {\"_type\": \"Duration\", \"operator\": {\"_type\": \"Since\"}}}",
        "{\"field\": {\"_type\": \"CustomAttribute\", \"operator\": {\"_type\": \"IsEmpty\"}}}",
        "{\"field\": {\"_type\": \"CustomAttribute\", \"attributeId\": \"x\","
            + " \"operator\": {\"_type\": \"IsEmpty\"}}}",
      })
  void aConditionThatDoesNotFitIs400(String condition) {
    answer();

    refused(post(filters(condition)), 400).body("message", startsWith("Invalid value for: body"));
    assertThat(useCases.wasTold(Searched.class)).isFalse();
  }

  static Stream<Arguments> badOperators() {
    return Stream.of(
        Arguments.of("AgentId", "\"IsOneOf\", \"values\": []"),
        Arguments.of("AgentId", "\"IsOneOf\", \"values\": null"),
        Arguments.of("AgentId", "\"IsOneOf\", \"values\": \"" + AGENT + "\""),
        Arguments.of("AgentId", "\"IsOneOf\", \"values\": [null]"),
        Arguments.of("AgentId", "\"IsOneOf\", \"values\": [1]"),
        Arguments.of("AgentId", "\"IsOneOf\", \"values\": [\"x\"]"),
        Arguments.of("TagId", "\"IncludesAll\", \"values\": [{}]"),
        Arguments.of("ConversationId", "\"IsOneOf\", \"values\": [\"1\"]"),
        Arguments.of("ConversationId", "\"IsOneOf\", \"values\": [1.5]"),
        Arguments.of("ConversationId", "\"IsOneOf\", \"values\": [9223372036854775808]"),
        Arguments.of("Channel", "\"IsOneOf\", \"values\": [\"Email\"]"),
        Arguments.of("Status", "\"IsOneOf\", \"values\": [\"Open\"]"),
        Arguments.of("Status", "\"IsOneOf\", \"values\": [\"awaitingpending\"]"),
        Arguments.of("Direction", "\"IsOneOf\", \"values\": [\"sideways\"]"),
        Arguments.of("CreationDate", "\"Since\""),
        Arguments.of("CreationDate", "\"Since\", \"timestamp\": \"yesterday\""),
        Arguments.of("CreationDate", "\"Since\", \"timestamp\": \"2022-01-01\""),
        Arguments.of("CreationDate", "\"Since\", \"timestamp\": 1640995200000"),
        Arguments.of("CreationDate", "\"Between\", \"timestampFrom\": \"2022-01-01T00:00:00Z\""),
        Arguments.of(
            "CreationDate",
            "\"Between\", \"timestampFrom\": \"2022-01-01T00:00:00Z\","
                + " \"timestampTo\": \"2021-01-01T00:00:00Z\""),
        Arguments.of("Duration", "\"Between\", \"min\": 5"),
        Arguments.of("Duration", "\"Between\", \"min\": 5, \"max\": 4"),
        Arguments.of("Duration", "\"LongerThanOrEqualTo\", \"duration\": -1"),
        Arguments.of("Duration", "\"LongerThanOrEqualTo\", \"duration\": \"5\""),
        Arguments.of("Duration", "\"LongerThanOrEqualTo\", \"duration\": 1.5"),
        Arguments.of("Duration", "\"ShorterThanOrEqualTo\", \"duration\": 9223372036854775808"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"a\"]", "[[]]", "[[1]]", "[[null]]", "[[[\"a\"]]]", "[{}]", "[null]"})
  void valuesOfACustomAttributeArePaths(String values) {
    answer();

    refused(
        post(
            filters(
                "{\"field\": {\"_type\": \"CustomAttribute\", \"attributeId\": \""
                    + QUEUE
                    + "\", \"operator\": {\"_type\": \"IsOneOf\", \"values\": "
                    + values
                    + "}}}")),
        400);
  }

  @ParameterizedTest
  @MethodSource("badOperators")
  void aValueThatIsNotOfItsTypeIs400(String field, String operator) {
    answer();

    refused(
            post(
                filters(
                    "{\"field\": {\"_type\": \""
                        + field
                        + "\", \"operator\": {\"_type\": "
                        + operator
                        + "}}}")),
            400)
        .body("message", startsWith("Invalid value for: body"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"filters\": []}",
        "{\"filters\": {}}",
        "{\"filters\": {\"conditions\": []}}",
        "{\"filters\": {\"strategy\": \"all\", \"conditions\": []}}",
        "{\"filters\": {\"strategy\": \"All\", \"conditions\": {}}}",
        "{\"query\": \"teapot\"}",
        "{\"query\": {}}",
        "{\"query\": {\"value\": \"\"}}",
        "{\"query\": {\"value\": \" \"}}",
        "{\"query\": {\"value\": 7}}",
        "{\"query\": {\"value\": \"a\\u0000\"}}",
        "{\"query\": {\"value\": \"a\", \"exactMatch\": \"true\"}}",
        "[]",
        "null",
      })
  void aBodyOfAnotherShapeIs400(String body) {
    answer();

    refused(post(body), 400).body("message", startsWith("Invalid value for: body"));
  }

  @Test
  void filtersHaveLimits() {
    answer();
    String one = "{\"field\": {\"_type\": \"AgentId\", \"operator\": {\"_type\": \"IsEmpty\"}}}";

    post(filters(String.join(",", java.util.Collections.nCopies(50, one)))).then().statusCode(200);
    refused(post(filters(String.join(",", java.util.Collections.nCopies(51, one)))), 400);
    post(filters(agents(100))).then().statusCode(200);
    refused(post(filters(agents(99) + "," + agents(99) + "," + agents(99))), 400);
  }

  private static String agents(int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> "\"" + UUID.randomUUID() + "\"")
        .collect(
            Collectors.joining(
                ",",
                "{\"field\": {\"_type\": \"AgentId\", \"operator\": {\"_type\": \"IsOneOf\","
                    + " \"values\": [",
                "]}}}"));
  }

  private void answer(ConversationHit... hits) {
    useCases.answer(Searched.class, new Found(List.of(hits), Optional.empty()));
  }

  private Searched asked() {
    return useCases.told(Searched.class);
  }

  private static Response get(String query) {
    return signed().urlEncodingEnabled(false).get(PATH + query.replace(" ", "%20"));
  }

  private static Response post(String body) {
    return json(body).post(PATH);
  }

  private static String filters(String conditions) {
    return "{\"filters\": {\"strategy\": \"All\", \"conditions\": [" + conditions + "]}}";
  }

  private static Arguments each(String field, String operator, String more, Condition condition) {
    return Arguments.of(
        field,
        "{\"_type\": \"" + operator + "\"" + (more.isEmpty() ? "" : ", " + more) + "}",
        condition);
  }

  private static Arguments attribute(String operator, String more, Choice<List<String>> choice) {
    return each(
        "CustomAttribute\", \"attributeId\": \"" + QUEUE,
        operator,
        more,
        new Condition.Holding(new CustomAttributeId(QUEUE), choice));
  }

  private static Arguments times(String field, Moment moment) {
    return each(
        field,
        "Between",
        "\"timestampFrom\": \"2021-12-01T12:46:36.581Z[GMT]\","
            + " \"timestampTo\": \"2022-01-01T00:00:00Z\"",
        new Condition.Happened(moment, FROM, TO));
  }

  private static String word(String word) {
    return "\"values\": [\"" + word + "\"]";
  }

  private static Condition channels(boolean among, String... names) {
    Set<Channel> channels = Stream.of(names).map(Channel::new).collect(Collectors.toSet());
    return new Condition.OverChannel(
        among ? new Choice.OneOf<>(channels) : new Choice.NoneOf<>(channels));
  }

  private static Condition tagged(TagRule rule, Set<UUID> ids) {
    return new Condition.Tagged(rule, ids.stream().map(TagId::new).collect(Collectors.toSet()));
  }

  private static <T> Choice<T> one(Set<UUID> ids, java.util.function.Function<UUID, T> type) {
    return new Choice.OneOf<>(ids.stream().map(type).collect(Collectors.toSet()));
  }

  private static <T> Choice<T> no(Set<UUID> ids, java.util.function.Function<UUID, T> type) {
    return new Choice.NoneOf<>(ids.stream().map(type).collect(Collectors.toSet()));
  }
}
