"""What chair and panel make of an event, apart from its agency's words."""

from uuid import uuid4

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from chronologies.models import ChronologyEntry
from composite.models import EventComment, EventTag, EventWeight
from composite.operations import marks
from panels.queries.terms import lines_of_enquiry
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.chronologies.world import GOOD, MONTH, NOW, agency_of, shown
from tests.factories.composite import EventCommentFactory, EventTagFactory
from tests.factories.evidence import agreed_terms
from tests.factories.reviews import PersonFactory, playing
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(released):
    return released(GOOD).entries.get()


@pytest.fixture
def lines(review):
    agreed_terms(review)
    return lines_of_enquiry(review)


def page(name, review, entry, *more):
    return reverse(f"composite:{name}", args=[review.reference, entry.pk, *more])


def story(review, **asked):
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return f"{reverse('composite:composite', args=[review.reference])}?{query}"


def test_weight_lines_and_comment_stand_beside_the_words(client, review, entry, member, lines):
    client.force_login(member)
    chosen = {"weight": "KEY", "enquiries": [str(lines[0].root)]}
    client.post(page("weigh", review, entry), chosen)
    client.post(page("comment", review, entry), {"words": "Nobody asked again."})

    for where in (page("entry", review, entry), story(review)):
        text = Html(shown(client.get(where))).text
        for words in ("Key event", "Line 1", "Pia Lund", "Nobody asked again.", "Home visit."):
            assert words in text
    assert ChronologyEntry.objects.get().what_happened == "Home visit."
    noted = {*AuditEvent.objects.values_list("event", flat=True)}
    assert {"event.weighed", "event.commented"} <= noted


def test_the_form_shows_what_was_said_before_and_it_can_be_taken_away(
    client, review, entry, member, lines
):
    client.force_login(member)
    client.post(page("weigh", review, entry), {"weight": "KEY", "enquiries": [str(lines[0].root)]})
    said = shown(client.get(page("entry", review, entry)))
    assert said.count("checked") == 2
    client.post(page("weigh", review, entry), {"weight": "", "seen": marks.standing_of(entry)})
    assert not EventWeight.objects.exists()
    assert not EventTag.objects.exists()
    assert "Nothing yet." in shown(client.get(page("entry", review, entry)))


def test_who_weighs_what_a_colleague_weighed_meanwhile_sees_both(
    client, review, entry, member, chair, lines
):
    seen = marks.standing_of(entry)
    marks.weigh(entry=entry, weight="KEY", enquiries=[lines[0].root], by=chair, at=NOW)
    client.force_login(member)
    ours = {"weight": "ROUTINE", "enquiries": [str(lines[1].root)], "seen": seen}
    answer = shown(client.post(page("weigh", review, entry), ours))
    assert "Somebody else weighed this event meanwhile" in answer
    assert EventWeight.objects.get().weight == "KEY"
    again = {**ours, "seen": marks.standing_of(entry)}
    assert f'value="{again["seen"]}"' in answer
    client.post(page("weigh", review, entry), again)
    assert EventWeight.objects.get().weight == "ROUTINE"
    assert EventTag.objects.get().enquiry == lines[1].root


def test_the_story_is_checked_again_where_a_key_event_is_made_or_is_none_any_more(
    review, entry, member, monkeypatch
):
    asked = []
    monkeypatch.setattr("messaging.queue.later", lambda job, **told: asked.append((job, told)))
    for weight, times in (("RELEVANT", 0), ("KEY", 1), ("KEY", 1), ("", 2), ("ROUTINE", 2)):
        marks.weigh(entry=entry, weight=weight, by=member, at=NOW)
        assert asked == [("composite.reconcile", {"review_ref": review.reference})] * times


def test_a_tag_of_a_line_that_the_terms_dropped_stays(review, entry, member, lines):
    old = EventTagFactory(review=review, event=entry.root)
    marks.weigh(entry=entry, weight="KEY", by=member, at=NOW)
    assert EventTag.objects.get() == old


def test_the_same_comment_twice_is_one(entry, member, chair):
    for person in (member, member, chair):
        marks.comment(entry=entry, words="So it was.", by=person, at=NOW)
    assert EventComment.objects.count() == 2


def test_the_story_is_narrowed_to_what_was_marked(client, review, released, member, lines):
    key, _other = released(GOOD, MONTH).entries.in_story_order()
    marks.weigh(entry=key, weight="KEY", enquiries=[lines[0].root], by=member, at=NOW)
    client.force_login(member)
    for asked in ({"weight": "KEY"}, {"enquiry": lines[0].root}):
        text = Html(shown(client.get(story(review, **asked)))).text
        assert "1 entry" in text
        assert "Home visit." in text
        assert "Letter sent." not in text


def test_the_story_is_narrowed_to_one_person(client, review, released, member):
    zoe = PersonFactory(review=review, true_name="Zoe Quarto", pseudonym="Maris")
    released(
        GOOD, ("1/6/2016", "", "x", "Zoe rang.", ""), ("2/6/2016", "", "x", "Zoetrope lent.", "")
    )
    client.force_login(member)
    text = Html(shown(client.get(story(review, person=zoe.pk)))).text
    assert "Zoe rang." in text
    assert "Zoetrope" not in text
    assert "Home visit." not in text
    stranger = PersonFactory(true_name="Home")
    assert "3 entries" in Html(shown(client.get(story(review, person=stranger.pk)))).text


def test_who_else_was_heard_is_no_choice_for_the_panel(client, review, released, member, chair):
    released(GOOD)
    PersonFactory(review=review, true_name="Zoe Quarto", pseudonym="Maris")
    told = PersonFactory(review=review, role="WITNESS", true_name="Home", pseudonym="Ada")
    PersonFactory(review=review, role="CHILD", true_name="Bo", pseudonym="")
    client.force_login(member)
    text = Html(shown(client.get(story(review)))).text
    assert "Maris" in text
    assert "Ada" not in text
    assert "Child" not in text  # there is no name to look for
    assert "1 entry" in Html(shown(client.get(story(review, person=told.pk)))).text
    client.force_login(chair)
    assert "Ada" in Html(shown(client.get(story(review)))).text


def test_names_that_end_with_a_sign_are_found(client, review, released, member):
    zoe = PersonFactory(review=review, true_name="Quarto Jr.", pseudonym="Maris")
    released(GOOD, ("1/6/2016", "", "x", "Quarto Jr. rang.", ""))
    client.force_login(member)
    assert "1 entry" in Html(shown(client.get(story(review, person=zoe.pk)))).text


def test_the_agencys_author_reads_the_story_and_none_of_it(
    client, review, released, member, part, author
):
    entry = released(GOOD).entries.get()
    marks.weigh(entry=entry, weight="KEY", by=member, at=NOW)
    marks.comment(entry=entry, words="The panel doubts this.", by=member, at=NOW)
    client.force_login(author)
    own = reverse("composite:agency-composite", args=[review.reference, part.pk])
    for where in (own, f"{own}?weight=ROUTINE", page("entry", review, entry)):
        text = Html(shown(client.get(where))).text
        assert "Home visit." in text
        for words in ("doubts", "Key event", "What chair and panel say"):
            assert words not in text
    assert client.post(page("comment", review, entry), {"words": "Ours."}).status_code == 404


def test_an_author_narrows_their_own_page(client, review, released, part, author):
    released(GOOD, MONTH)
    client.force_login(author)
    narrow = reverse("composite:agency-narrow", args=[review.reference, part.pk])
    text = Html(shown(client.post(narrow, {"period_from": "June 2016"}, follow=True))).text
    assert "Letter sent." in text
    assert "Home visit." not in text


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.INDEPENDENT_CHAIR, True),
        (Role.REVIEW_SECRETARY, True),
        (Role.PANEL_MEMBER, True),
        (Role.CSP_OFFICER, False),
        (Role.EMERGENCY_READER, False),
        (Role.ADVISER, False),
    ],
)
def test_who_may_say_something(client, review, entry, role, may):
    client.force_login(playing(role, to=review))
    code = client.post(page("comment", review, entry), {"words": "So it was."}).status_code
    assert (code == 302) is may
    assert EventComment.objects.exists() is may


def test_what_is_not_released_is_nothing_to_comment_on(client, sent, review, member):
    entry = sent(GOOD).entries.get()
    client.force_login(member)
    assert client.post(page("comment", review, entry), {"words": "So."}).status_code == 404
    with pytest.raises(Refused, match="not released"):
        marks.comment(entry=entry, words="So.", by=member, at=NOW)


def test_a_comment_without_words_is_refused_where_it_was_typed(client, review, entry, member):
    client.force_login(member)
    text = Html(shown(client.post(page("comment", review, entry), {"words": " "}))).text
    assert "Write your comment" in text
    with pytest.raises(Refused, match="Write your comment"):
        marks.comment(entry=entry, words=" ", by=member, at=NOW)


def test_a_weight_that_there_is_not(client, review, entry, member):
    client.force_login(member)
    text = Html(shown(client.post(page("weigh", review, entry), {"weight": "HEAVY"}))).text
    assert "How much does it matter" in text
    assert not EventWeight.objects.exists()
    with pytest.raises(Refused, match="not in the agreed terms"):
        marks.weigh(entry=entry, weight="KEY", enquiries=[uuid4()], by=member, at=NOW)


def test_only_who_wrote_a_comment_takes_it_back(client, review, entry, member, chair):
    comment = marks.comment(entry=entry, words="Wrong row.", by=member, at=NOW)
    where = page("take-back-comment", review, entry, comment.pk)
    client.force_login(chair)
    assert "Only whoever wrote a comment" in shown(client.post(where, follow=True))
    client.force_login(member)
    assert "Wrong row." in shown(client.get(where))
    client.post(where)
    assert "Wrong row." not in shown(client.get(page("entry", review, entry)))
    marks.take_back(comment=EventComment.objects.get(), by=member, at=NOW)  # twice is once
    assert AuditEvent.objects.filter(event="event.comment_taken_back").count() == 1


def test_after_the_end_nothing_is_said_any_more(client, review, entry, member):
    review.stage = Stage.RETENTION
    review.save()
    client.force_login(member)
    mine = EventCommentFactory(entry=entry, recorded_by=member, words="Before.")
    for name, more, said in (
        ("comment", [], {"words": "Late."}),
        ("weigh", [], {"weight": "KEY"}),
        ("take-back-comment", [mine.pk], {}),
    ):
        done = shown(client.post(page(name, review, entry, *more), said, follow=True))
        assert "This review has ended" in done, name
    assert EventComment.objects.standing().get() == mine
    assert not EventWeight.objects.exists()


def test_names_in_comments_are_pseudonyms_where_the_story_is(client, review, entry, member):
    PersonFactory(review=review, true_name="Zoe Quarto", pseudonym="Maris")
    EventCommentFactory(entry=entry, words="Zoe was not asked.", recorded_by=member)
    client.force_login(member)
    assert "Maris was not asked." in shown(client.get(story(review, names="pseudonyms")))
    assert "Zoe was not asked." in shown(client.get(story(review)))


def test_marks_of_another_review_are_not_ours(client, review, entry, member):
    """The same event cannot be in two reviews; a mark that says so is no mark of this one."""
    other = agency_of(EventCommentFactory().review, "Cedar").review
    EventCommentFactory(entry=entry, review=other, event=entry.root, words="Elsewhere.")
    client.force_login(member)
    assert "Elsewhere." not in shown(client.get(story(review)))
