"""The story as the report tells it: every paragraph keeps its sources, nothing is lost unsaid."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from chronologies.dates.precision import Precision
from chronologies.models import ChronologyEntry
from composite.models import LeftOut, NarrativeParagraph, NarrativeSource
from composite.operations import narrative
from composite.queries.narrative import narrative_text, when
from reports.models import SectionKind
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.chronologies.world import GOOD, MONTH, NOW, UNDATED, shown
from tests.factories.composite import EventWeightFactory, NarrativeSourceFactory
from tests.factories.reviews import PersonFactory, playing
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries(released):
    return list(released(GOOD, MONTH, UNDATED).entries.in_story_order())


def page(name, review, *more, **asked):
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    return f"{reverse(f'composite:{name}', args=[review.reference, *more])}?{query}"


def text_of(client, where):
    return Html(shown(client.get(where))).text


def write(review, entries, by, text="She was visited."):
    return narrative.write_paragraph(review=review, entries=entries, text=text, by=by, at=NOW)


def test_from_ticked_entries_to_the_section_of_the_report(client, review, entries, chair):
    visit, letter, _ = entries
    client.force_login(chair)
    story = shown(client.get(page("composite", review)))
    assert f'name="entry" value="{visit.pk}"' in story
    where = f"{page('write-paragraph', review)}entry={visit.pk}&entry={letter.pk}"

    offered = text_of(client, where)
    assert (
        "In May 2016, Alder Trust: Home visit. In June 2016, Alder Trust: Letter sent." in offered
    )
    done = client.post(where, {"text": "A nurse visited and wrote."}, follow=True)

    told = Html(shown(done)).text
    assert "A nurse visited and wrote." in told
    assert "Rests on 2 entries" in told
    assert "1 entry is undecided" in told
    section = reverse("reports:write-section", args=[review.reference, SectionKind.CHRONOLOGY.slug])
    assert "A nurse visited and wrote." in shown(client.get(section))
    assert "In the narrative" in text_of(client, page("composite", review))


def test_what_is_offered_names_nobody_and_no_telling_day(client, review, released, chair):
    review.died_on = date(2016, 5, 22)
    review.save()
    PersonFactory(review=review, true_name="Zoe Quarto", pseudonym="Maris")
    entry = released(("22/05/2016", "", "x", "Zoe opened the door", "")).entries.get()
    client.force_login(chair)
    offered = text_of(client, page("write-paragraph", review, entry=entry.pk))
    assert "In May 2016, Alder Trust: Maris opened the door." in offered
    assert "Zoe" not in offered
    assert "22 May" not in offered


def test_paragraphs_stand_as_the_story_does_until_somebody_moves_them(review, entries, chair):
    visit, letter, call = entries
    last = write(review, [call], chair, "Third.")
    second = write(review, [letter, call], chair, "Second.")
    write(review, [visit], chair, "First.")
    assert narrative_text(review) == "First.\n\nSecond.\n\nThird."
    narrative.move(paragraph=last, up=True, by=chair, at=NOW)
    assert narrative_text(review) == "First.\n\nThird.\n\nSecond."
    narrative.move(paragraph=second, up=False, by=chair, at=NOW)  # it is the last already
    assert narrative_text(review) == "First.\n\nThird.\n\nSecond."
    narrative.move(paragraph=last, up=False, by=chair, at=NOW)
    assert narrative_text(review) == "First.\n\nSecond.\n\nThird."


def test_moved_rewritten_and_taken_out_on_the_page(client, review, entries, chair):
    first = write(review, entries[:1], chair, "First.")
    second = write(review, entries[1:2], chair, "Second.")
    client.force_login(chair)
    client.post(page("move-paragraph", review, second.pk), {"to": "up"})
    assert narrative_text(review) == "Second.\n\nFirst."
    where = page("rewrite-paragraph", review, first.pk)
    assert "First." in shown(client.get(where))
    assert "Home visit." in text_of(client, where)
    assert "Write the paragraph" in shown(client.post(where, {"text": " "}))
    client.post(where, {"text": "Better said.", "seen": narrative.digest("First.")})
    assert narrative_text(review) == "Second.\n\nBetter said."
    out = page("remove-paragraph", review, second.pk)
    assert "Second." in shown(client.get(out))
    assert "taken out" in shown(client.post(out, follow=True))
    assert narrative_text(review) == "Better said."
    noted = {*AuditEvent.objects.values_list("event", flat=True)}
    assert {"narrative.written", "narrative.rewritten", "narrative.moved"} <= noted


def test_who_rewrites_what_a_colleague_rewrote_sees_both(client, review, entries, chair):
    paragraph = write(review, entries[:1], chair, "First.")
    narrative.rewrite(paragraph=paragraph, text="Theirs.", by=chair, at=NOW)
    client.force_login(chair)
    where = page("rewrite-paragraph", review, paragraph.pk)
    answer = shown(client.post(where, {"text": "Ours.", "seen": narrative.digest("First.")}))
    for words in ("Somebody else rewrote this paragraph", "Theirs.", "Ours."):
        assert words in answer
    assert narrative_text(review) == "Theirs."
    client.post(where, {"text": "Ours.", "seen": narrative.digest("Theirs.")})
    assert narrative_text(review) == "Ours."


def test_a_paragraph_that_was_taken_out_meanwhile(review, entries, chair):
    paragraph = write(review, entries[:1], chair)
    narrative.remove(paragraph=NarrativeParagraph.objects.get(), by=chair, at=NOW)
    for change in ({"text": "Late."}, {"up": True}):
        operation = narrative.rewrite if "text" in change else narrative.move
        with pytest.raises(Refused, match="took this paragraph out meanwhile"):
            operation(paragraph=paragraph, **change, by=chair, at=NOW)


def test_entries_that_were_sent_again_meanwhile_are_the_same(
    client, review, released, entries, chair
):
    ticked = entries[0]
    released(GOOD, MONTH)
    client.force_login(chair)
    where = page("write-paragraph", review, entry=ticked.pk)
    assert "Home visit." in text_of(client, where)
    client.post(where, {"text": "She was visited."})
    assert NarrativeSource.objects.get().event == ticked.root


def test_what_was_typed_on_entries_that_are_gone_is_shown_again(client, review, chair, entries):
    client.force_login(chair)
    answer = client.post(page("write-paragraph", review, entry=10**17), {"text": "Long words."})
    assert "Choose the entries" in shown(answer)
    assert "Long words." in shown(answer)


def test_an_entry_says_how_the_narrative_deals_with_it(client, review, entries, chair, member):
    client.force_login(chair)
    where = page("entry", review, entries[0].pk)
    assert "Write a paragraph on it" in text_of(client, where)
    narrative.leave_out(entry=entries[0], reason="Routine.", by=chair, at=NOW)
    assert "Left out: Routine." in text_of(client, where)
    write(review, entries[:1], chair)
    assert "The narrative tells it." in text_of(client, where)
    client.force_login(member)
    assert "In the narrative" not in text_of(client, where)


class TestLeavingOut:
    def test_with_a_reason_and_back_again(self, client, review, entries, chair):
        client.force_login(chair)
        where = page("leave-out", review, entries[0].pk)
        assert "Home visit." in text_of(client, where)
        assert "Say why it is left out" in shown(client.post(where, {"reason": ""}))
        done = Html(shown(client.post(where, {"reason": "Routine contact."}, follow=True))).text
        assert "Routine contact." in done
        assert "2 entries are undecided" in done
        client.post(page("bring-back", review, entries[0].pk))
        assert not LeftOut.objects.exists()

    def test_only_the_last_are_listed_and_the_rest_counted(
        self, client, review, entries, chair, monkeypatch
    ):
        monkeypatch.setattr("composite.queries.narrative.MOST_SHOWN", 1)
        for entry, reason in zip(entries, ("Oldest.", "Older.", "Last."), strict=True):
            narrative.leave_out(entry=entry, reason=reason, by=chair, at=NOW)
        client.force_login(chair)
        text = text_of(client, page("narrative", review))
        assert "Last." in text
        assert "Oldest." not in text
        assert "2 more say so on their own pages" in text

    def test_what_is_told_is_not_left_out_and_what_is_written_is_not_either(
        self, client, review, entries, chair
    ):
        narrative.leave_out(entry=entries[0], reason="Routine.", by=chair, at=NOW)
        write(review, entries[:1], chair)
        assert not LeftOut.objects.exists()
        with pytest.raises(Refused, match="A paragraph rests on this entry"):
            narrative.leave_out(entry=entries[0], reason="Routine.", by=chair, at=NOW)
        client.force_login(chair)
        refused = client.post(page("leave-out", review, entries[0].pk), {"reason": "Routine."})
        assert "A paragraph rests on this entry" in shown(refused)


def test_key_events_that_nobody_tells_are_listed(client, review, entries, chair):
    for entry in entries:
        EventWeightFactory(review=review, event=entry.root)
    write(review, entries[:1], chair)
    narrative.leave_out(entry=entries[2], reason="Not sure of its day.", by=chair, at=NOW)
    client.force_login(chair)
    unused = shown(client.get(page("narrative", review))).partition("does not tell")[2]
    unused = unused.partition("Left out")[0]
    assert "Letter sent." in unused
    assert "Home visit." not in unused
    assert "Called back." not in unused


def test_an_entry_that_no_file_tells_any_more_is_said(client, review, chair):
    NarrativeSourceFactory(paragraph__review=review)
    client.force_login(chair)
    assert "no file which counts tells any more" in text_of(client, page("narrative", review))


def test_nothing_chosen_leads_back(client, review, entries, chair):
    client.force_login(chair)
    assert "Choose entries first" in shown(client.get(page("write-paragraph", review), follow=True))
    for nonsense in ("x", "9" * 30):
        where = page("write-paragraph", review, entry=nonsense)
        assert client.get(where).status_code == 404
    with pytest.raises(Refused, match="Choose the entries"):
        write(review, [], chair)
    assert "Nothing is written yet" in text_of(client, page("narrative", review))


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.CSP_OFFICER, Role.EMERGENCY_READER])
def test_only_who_writes_the_report_writes_its_narrative(client, review, entries, chair, role):
    paragraph = write(review, entries[:1], chair)
    client.force_login(playing(role, to=review))
    assert 'name="entry"' not in shown(client.get(page("composite", review)))
    reads = role == Role.CSP_OFFICER  # as the working text of the report, to send it
    assert client.get(page("narrative", review)).status_code == (200 if reads else 404)
    for name, more in (
        ("write-paragraph", []),
        ("rewrite-paragraph", [paragraph.pk]),
        ("remove-paragraph", [paragraph.pk]),
        ("leave-out", [entries[1].pk]),
    ):
        assert client.get(page(name, review, *more)).status_code == 404


def test_nothing_is_written_or_left_out_without_words(review, entries, chair):
    with pytest.raises(Refused, match="Write the paragraph"):
        write(review, entries, chair, " ")
    with pytest.raises(Refused, match="Say why it is left out"):
        narrative.leave_out(entry=entries[0], reason=" ", by=chair, at=NOW)


def test_a_paragraph_of_another_review(client, review, chair):
    theirs = NarrativeSourceFactory().paragraph
    client.force_login(chair)
    for name in ("rewrite-paragraph", "remove-paragraph"):
        assert client.get(page(name, review, theirs.pk)).status_code == 404


def test_after_the_end_nothing_changes_and_the_reason_is_said(client, review, entries, chair):
    paragraph = write(review, entries[:1], chair)
    narrative.leave_out(entry=entries[1], reason="Routine.", by=chair, at=NOW)
    review.stage = Stage.RETENTION
    review.save()
    client.force_login(chair)
    for name, more, said in (
        ("write-paragraph", [], {"text": "Late."}),
        ("rewrite-paragraph", [paragraph.pk], {"text": "Late."}),
        ("move-paragraph", [paragraph.pk], {"to": "up"}),
        ("remove-paragraph", [paragraph.pk], {}),
        ("leave-out", [entries[2].pk], {"reason": "Late."}),
        ("bring-back", [entries[1].pk], {}),
    ):
        where = page(name, review, *more, entry=entries[2].pk)
        assert "This review has ended" in shown(client.post(where, said, follow=True)), name
    assert narrative_text(review) == "She was visited."
    assert LeftOut.objects.count() == NarrativeParagraph.objects.count() == 1


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"happened_from": date(2016, 5, 3), "happened_to": date(2016, 5, 5)}, "In May 2016"),
        ({"happened_from": date(2016, 3, 1), "happened_to": date(2016, 5, 31)}, "In 2016"),
        (
            {"happened_from": date(2015, 12, 1), "happened_to": date(2016, 2, 29)},
            "Between December 2015 and February 2016",
        ),
        ({"happened_from": None, "happened_to": date(2016, 5, 3)}, "Some time"),
        ({"happened_from": None, "happened_to": None}, "On a day that is not known"),
    ],
)
def test_no_day_is_told_finer_than_its_month(told, said):
    assert when(ChronologyEntry(precision=Precision.RANGE, **told)) == said


@pytest.mark.parametrize("many", [2, 12])
def test_the_page_asks_as_often_whatever_there_is(
    client, review, entries, chair, many, django_assert_max_num_queries
):
    for _ in range(many):
        write(review, entries, chair)
    client.force_login(chair)
    savepoints_of_the_test = 2
    with django_assert_max_num_queries(17 + savepoints_of_the_test):
        client.get(page("narrative", review))
    assert NarrativeSource.objects.count() == 3 * many
