"""The story leaf by leaf, without counting what stands before."""

import pytest
from django.urls import reverse

from chronologies.models import ChronologyEntry
from composite.queries.leaf import AT_ONCE, Turn, leaf_of
from tests.chronologies.world import shown
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db
MANY = 2 * AT_ONCE + 20


@pytest.fixture
def story(released):
    rows = [("1/5/2016", f"{n // 60:02}:{n % 60:02}", "x", f"Call {n}.", "") for n in range(MANY)]
    released(*rows)
    return ChronologyEntry.objects.in_story_order()


def words(leaf):
    return [entry.what_happened for entry in leaf.entries]


def test_forwards_and_backwards_show_every_entry_once(story):
    every = [entry.what_happened for entry in story]
    first = leaf_of(story, Turn(), among=story)
    second = leaf_of(story, Turn(after=first.after), among=story)
    third = leaf_of(story, Turn(after=second.after), among=story)
    assert words(first) + words(second) + words(third) == every
    assert (first.before, third.after) == (None, None)
    assert words(leaf_of(story, Turn(before=third.before), among=story)) == words(second)
    back = leaf_of(story, Turn(before=second.before), among=story)
    assert (words(back), back.before) == (words(first), None)
    assert words(leaf_of(story, Turn(after=back.after), among=story)) == words(second)


def test_a_leaf_can_begin_anywhere(story):
    wanted = story[70]
    leaf = leaf_of(story, Turn(at=wanted.pk), among=story)
    assert words(leaf)[0] == wanted.what_happened
    assert words(leaf_of(story, Turn(before=leaf.before), among=story))[-1] == "Call 69."
    assert leaf_of(story, Turn(at=story[0].pk), among=story).before is None


def test_an_entry_that_is_not_ours_opens_the_beginning(story):
    assert words(leaf_of(story, Turn(after=10**9), among=story))[0] == "Call 0."


def test_one_that_the_narrowing_leaves_out_still_turns_the_page(story):
    ending = story.filter(what_happened__endswith="5.")
    leaf = leaf_of(ending, Turn(after=story[10].pk), among=story)
    assert words(leaf)[0] == "Call 15."


def test_where_nothing_wanted_stands_later_it_opens_at_the_beginning(story):
    early = story.filter(what_happened__in=["Call 1.", "Call 2."])
    assert words(leaf_of(early, Turn(after=story[90].pk), among=story)) == ["Call 1.", "Call 2."]


def test_a_filter_begins_at_the_beginning(client, story, review, member):
    client.force_login(member)
    address = reverse("composite:composite", args=[review.reference])
    turned = shown(client.get(f"{address}?after={story[49].pk}&names=pseudonyms"))
    assert "?names=pseudonyms&amp;weight=KEY" in turned


def test_on_the_page(client, story, review, member):
    client.force_login(member)
    address = reverse("composite:composite", args=[review.reference])
    first = Html(shown(client.get(address)))
    assert f"{MANY} entries" in first.text
    assert "Call 49." in first.text
    assert "Call 50." not in first.text
    second = Html(shown(client.get(f"{address}?after={story[49].pk}")))
    assert "Call 50." in second.text
    assert "Earlier" in second.text
