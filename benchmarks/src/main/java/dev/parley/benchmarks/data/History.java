package dev.parley.benchmarks.data;

import dev.parley.benchmarks.data.Seeds.What;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an organization was filled with. Nothing of it is kept: each conversation and contact
 * follows from its index.
 */
final class History {
  /** Each agent still holds so many conversations. */
  private static final int HELD = 10;

  private static final int HELD_OF = 10;

  private final Tenant founded;
  private final long seed;
  private final Texts texts;
  private volatile List<Growth> growths = List.of();

  History(Tenant founded, long seed, Texts texts) {
    this.founded = founded;
    this.seed = seed;
    this.texts = texts;
  }

  Tenant tenant() {
    int conversations = conversations();
    return founded.holding(conversations, Growth.people(conversations));
  }

  long number() {
    return founded.number();
  }

  int conversations() {
    List<Growth> all = growths;
    return all.isEmpty() ? 0 : all.getLast().end();
  }

  void add(Growth growth) {
    growths = Stream.concat(growths.stream(), Stream.of(growth)).toList();
  }

  Story story(int conversation) {
    return story(of(conversation), conversation);
  }

  /** Somebody who was there before the conversation, or comes with it. */
  private Person requester(int conversation) {
    double drawn = Seeds.fraction(Seeds.of(seed, What.REQUESTER, conversation));
    return person((int) (drawn * Growth.people(conversation + 1)));
  }

  Person person(int person) {
    return person(of(Growth.bringing(person)), person);
  }

  /** Somebody who was there, for a conversation apart. */
  Person anybody(long drawn) {
    return person((int) (Seeds.fraction(drawn) * Growth.people(conversations())));
  }

  /**
   * A conversation that is none of those that can be drawn.
   *
   * @param what keeps its ids apart
   */
  Story apart(
      What what,
      long index,
      long number,
      Person requester,
      long start,
      int messages,
      Story.Ending ending) {
    long own = Seeds.of(seed, what, index);
    return new Story(founded, own, number, requester, agent(own), start, messages, ending, true);
  }

  Person personApart(long index, long number, long createdAt) {
    return person(Seeds.of(seed, What.HEAVY, -index - 1), "h" + index, number, createdAt);
  }

  private Story story(Growth growth, int conversation) {
    long own = Seeds.of(seed, What.CONVERSATION, conversation);
    int held = Math.min(founded.agents().size() * HELD, growth.count() / HELD_OF);
    return new Story(
        founded,
        own,
        growth.number(conversation),
        requester(conversation),
        agent(own),
        growth.start(conversation),
        growth.messages(conversation),
        conversation >= growth.end() - held ? Story.Ending.HELD : Story.Ending.CLOSED,
        growth.told(conversation));
  }

  private Person person(Growth growth, int person) {
    return person(
        Seeds.of(seed, What.PERSON, person),
        "c" + person,
        growth.personNumber(person),
        growth.start(Growth.bringing(person)));
  }

  private Person person(long own, String mailbox, long number, long createdAt) {
    return new Person(
        founded.number(),
        Seeds.id(createdAt, own),
        number,
        texts.name(own),
        mailbox + "@t" + founded.number() + ".example.com",
        createdAt);
  }

  private UUID agent(long drawn) {
    List<UUID> agents = founded.agents();
    double share = Seeds.fraction(Seeds.of(drawn, What.AGENT, 0));
    return agents.isEmpty() ? founded.admin() : agents.get((int) (share * agents.size()));
  }

  private Growth of(int conversation) {
    for (Growth growth : growths) {
      if (conversation < growth.end()) {
        return growth;
      }
    }
    throw new IllegalArgumentException("No conversation " + conversation + " was filled in");
  }
}
