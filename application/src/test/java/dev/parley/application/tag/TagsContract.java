package dev.parley.application.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.StoreContract;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagError.TagNameTaken;
import dev.parley.domain.tag.TagError.TagNotFound;
import dev.parley.domain.tag.TagId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the stores of tags promise. */
public interface TagsContract extends StoreContract {
  Tags tags();

  TagDirectory directory();

  @Test
  default void aTagThatWasAddedIsFoundByBothPorts() {
    Tag vip = add("VIP");

    assertThat(await(directory().get(here(), vip.id()))).isEqualTo(vip);
    assertThat(this.<Tag>inTransaction(tx -> tags().get(tx, vip.id()))).isEqualTo(vip);
  }

  @Test
  default void anotherOrganizationDoesNotSeeATag() {
    Tag vip = add("VIP");

    assertThat(errorOf(directory().get(elsewhere(), vip.id())))
        .isEqualTo(new TagNotFound(vip.id()));
    assertThat(errorOf(unitOfWork().inTransaction(elsewhere(), tx -> tags().get(tx, vip.id()))))
        .isEqualTo(new TagNotFound(vip.id()));
    assertThat(errorOf(directory().remove(elsewhere(), vip.id())))
        .isEqualTo(new TagNotFound(vip.id()));
    assertThat(errorOf(directory().setActive(elsewhere(), vip.id(), false)))
        .isEqualTo(new TagNotFound(vip.id()));
    assertThat(await(directory().list(elsewhere(), true))).isEmpty();
  }

  @Test
  default void aNameIsTakenWhateverItsCase() {
    add("VIP");

    assertThat(errorOf(directory().add(here(), tag("vip"), NOW)))
        .isEqualTo(new TagNameTaken("vip"));
    await(directory().add(elsewhere(), tag("VIP"), NOW));
  }

  @Test
  default void inactiveTagsAreListedOnRequestInTheOrderOfTheirCreation() {
    Tag first = add("first");
    await(directory().add(here(), tag("second"), NOW.plusSeconds(1)));
    await(directory().setActive(here(), first.id(), false));

    assertThat(await(directory().list(here(), true)))
        .extracting(Tag::name)
        .containsExactly("first", "second");
    assertThat(await(directory().list(here(), false)))
        .extracting(Tag::name)
        .containsExactly("second");
    assertThat(await(directory().get(here(), first.id())).active()).isFalse();
  }

  @Test
  default void aRemovedTagIsGoneAndItsNameFree() {
    Tag vip = add("VIP");

    await(directory().remove(here(), vip.id()));

    assertThat(errorOf(directory().get(here(), vip.id()))).isEqualTo(new TagNotFound(vip.id()));
    assertThat(errorOf(directory().remove(here(), vip.id()))).isEqualTo(new TagNotFound(vip.id()));
    add("VIP");
  }

  @Test
  default void tagsAreFoundByNameOrMade() {
    Tag vip = add("VIP");
    Tag old = add("Old");
    await(directory().setActive(here(), old.id(), false));
    Tag fresh = tag("Fresh");

    List<Tag> present =
        inTransaction(tx -> tags().ensure(tx, List.of(tag("vip"), fresh, tag("OLD")), NOW));

    assertThat(present).containsExactly(fresh, new Tag(old.id(), "Old", old.color(), false), vip);
    assertThat(await(directory().get(here(), fresh.id()))).isEqualTo(fresh);
    assertThat(await(directory().list(elsewhere(), true))).isEmpty();
    assertThat(this.<List<Tag>>inTransaction(tx -> tags().ensure(tx, List.of(), NOW))).isEmpty();
  }

  @Test
  default void anotherOrganizationsTagIsNotFoundByName() {
    Tag vip = add("VIP");
    Tag theirs = tag("VIP");

    assertThat(
            this.<List<Tag>>inTransactionElsewhere(tx -> tags().ensure(tx, List.of(theirs), NOW)))
        .containsExactly(theirs);
    assertThat(await(directory().list(here(), true))).containsExactly(vip);
  }

  private Tag add(String name) {
    Tag tag = tag(name);
    await(directory().add(here(), tag, NOW));
    return tag;
  }

  private Tag tag(String name) {
    return new Tag(new TagId(newId()), name, "#ff0000", true);
  }
}
