"""The register of decisions: entered once, shown to who may read it, and put into the report."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from decisions.models import DecisionKind, Forum, RegisterEntry
from decisions.operations import record_decision, take_back, word_decision
from decisions.rules import Decided
from evidence.models import ReturnKind
from families.models import Approach, EntryKind, Side
from reports.models import SectionKind
from reports.queries.assembly.record import record_of
from reports.queries.assembly.whole import report_from
from reviews.access import Refused, Role
from tests.evidence.saying import day, text
from tests.factories.actionplans import LearningPointFactory
from tests.factories.decisions import RegisterEntryFactory
from tests.factories.evidence import ScopingReturnFactory
from tests.factories.families import FamilyContactEntryFactory, FamilyContactFactory
from tests.factories.panels import MeetingFactory
from tests.factories.reports import ReportSectionFactory
from tests.factories.reviews import PersonFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db

TODAY = date(2026, 2, 2)
WHEN = {"today": TODAY, "at": datetime(2026, 2, 2, 9, 0, tzinfo=UTC)}


@pytest.fixture
def review():
    return ReviewFactory()


@pytest.fixture
def chair(review):
    return playing(Role.INDEPENDENT_CHAIR, to=review)


@pytest.fixture
def seated(review):
    return playing(Role.PANEL_MEMBER, to=review)


def decided(**changed):
    usual = {
        "kind": DecisionKind.OUT_OF_PROPORTION,
        "about": "Three hundred emails",
        "reason": "They repeat what the calls show.",
        "forum": Forum.CHAIR,
        "decided_on": TODAY,
    }
    return Decided(**{**usual, **changed})


def page(review, name="register", *more):
    return reverse(f"decisions:{name}", args=[review.reference, *more])


def test_a_decision_is_entered_worded_and_taken_back_and_nothing_is_lost(review, chair):
    entry = record_decision(review=review, decided=decided(), by=chair, **WHEN)
    again = word_decision(entry=entry, decided=decided(prints_at="3.12"), by=chair, **WHEN)
    assert list(RegisterEntry.objects.standing()) == [again]
    with pytest.raises(Refused, match="changed this decision meanwhile"):
        word_decision(entry=entry, decided=decided(), by=chair, **WHEN)
    with pytest.raises(Refused, match="Say why"):
        take_back(entry=again, because=" ", by=chair, at=WHEN["at"])
    take_back(entry=again, because="It was pursued.", by=chair, at=WHEN["at"])
    assert not RegisterEntry.objects.standing().exists()
    assert RegisterEntry.objects.count() == 3
    assert record_decision(review=review, decided=decided(), by=chair, **WHEN).number == 2


def test_the_forum_is_one_of_this_review_and_the_day_is_possible(review, chair, seated):
    elsewhere = MeetingFactory()

    def at(held_on, day, **more):
        meeting = MeetingFactory(review=review, held_on=held_on, **more)
        return decided(forum=Forum.MEETING, meeting=meeting, decided_on=day)

    for wrong, words in (
        (decided(forum=Forum.MEETING), "Choose the meeting"),
        (decided(meeting=MeetingFactory(review=review)), "none otherwise"),
        (decided(forum=Forum.MEETING, meeting=elsewhere), "of this review"),
        (decided(decided_on=date(2026, 2, 3)), "today or in the past"),
        (at(date(2026, 2, 3), TODAY), "still to come"),
        (at(date(2026, 1, 29), TODAY), "was on 29 January 2026. Enter that day"),
        (at(TODAY, TODAY, called_off_on=TODAY), "was called off"),
    ):
        with pytest.raises(Refused, match=words):
            record_decision(review=review, decided=wrong, by=chair, **WHEN)
    with pytest.raises(Refused, match="does not let you"):
        record_decision(review=review, decided=decided(), by=seated, **WHEN)


def test_who_reads_the_register_learns_no_name_from_it(review, chair):
    PersonFactory(review=review, true_name="Oriel Vantongren", pseudonym="Maris")
    with pytest.raises(Refused, match="holds the true name of Maris") as refusal:
        record_decision(
            review=review, decided=decided(reason="Oriel Vantongren asked."), by=chair, **WHEN
        )
    assert refusal.value.field == "reason"
    of_the_family = decided(reason="Oriel Vantongren asked.", side=Side.DIED)
    assert record_decision(review=review, decided=of_the_family, by=chair, **WHEN)


def test_who_only_reads_the_register_is_told_so_and_led_back_to_it(review, seated, client):
    RegisterEntryFactory(review=review)
    client.force_login(seated)
    for path in (page(review, "word", 1), page(review, "record"), page(review, "take-back", 1)):
        response = client.get(path)
        assert response.status_code == 403
        assert "does not let you write in the register of decisions" in text(response)
        assert f'href="{page(review)}"' in text(response)


def test_what_stands_in_the_compartment_opens_to_its_readers_alone(review, chair, seated, client):
    RegisterEntryFactory(review=review, side=Side.DIED, about="A sister abroad")
    RegisterEntryFactory(review=review, side=Side.PERPETRATOR, about="His cousin")
    client.force_login(seated)
    shown = text(client.get(page(review)))
    assert "A sister abroad" not in shown
    assert client.get(page(review, "word", 1)).status_code == 404
    client.force_login(chair)
    shown = text(client.get(page(review)))
    assert "A sister abroad" in shown
    assert "His cousin" not in shown  # the two sides never stand on one page
    assert "His cousin" in text(client.get(page(review) + "?side=PERPETRATOR"))


def test_what_other_records_decide_shows_without_being_typed(review, chair, seated, client):
    ScopingReturnFactory(
        request__involvement__review=review,
        return_kind=ReturnKind.NOT_PURSUED,
        reason="The shop has no records.",
    )
    LearningPointFactory(review=review, no_recommendation_because="It is done already.")
    FamilyContactEntryFactory(
        contact=FamilyContactFactory(review=review),
        kind=EntryKind.APPROACH,
        approach=Approach.NOT_TO_BE,
        words="Her mother is gravely ill.",
    )
    client.force_login(chair)
    shown = text(client.get(page(review)))
    for words in ("The shop has no records.", "It is done already.", "gravely ill"):
        assert words in shown
    narrowed = text(client.get(page(review) + "?kind=NOT_PURSUED"))
    assert "The shop has no records." in narrowed
    assert "It is done already." not in narrowed
    client.force_login(seated)
    shown = text(client.get(page(review)))
    assert "It is done already." in shown
    assert "gravely ill" not in shown
    assert "The shop has no records." not in shown


def test_a_chair_records_changes_and_takes_back_on_the_pages(review, chair, client):
    meeting = MeetingFactory(review=review, past=True)
    MeetingFactory(review=review, held_on=date(2999, 1, 1))
    client.force_login(chair)
    assert "1 January 2999" not in text(client.get(page(review, "record")))
    said = {
        "kind": "NOT_NAMED", "about": "The surgery", "reason": "It is small.",
        "where": f"meeting-{meeting.pk}", **day("decided_on", meeting.held_on),
    }  # fmt: skip
    client.post(page(review, "record"), said)
    assert meeting.name in text(client.get(page(review)))
    client.post(page(review, "word", 1), {**said, "prints_at": "footnote 7"})
    assert "footnote 7" in text(client.get(page(review)))
    client.post(page(review, "take-back", 1), {"because": "It agreed to be named."})
    assert "footnote 7" not in text(client.get(page(review)))


def test_the_report_inserts_its_words_and_none_of_the_family(review):
    RegisterEntryFactory(review=review, about="The gym", reason="It keeps no records.")
    RegisterEntryFactory(review=review, side=Side.DIED, reason="She is ill.")
    ReportSectionFactory(
        review=review, kind=SectionKind.FACTS, text="[=decision-1]\n\n[=decision-2]"
    )
    printed = str(report_from(record_of(review, today=TODAY), version="1"))
    assert "The gym: It keeps no records." in printed
    assert "She is ill." not in printed


def test_whoever_opens_the_compartment_records_what_is_of_it(review, chair):
    entry = record_decision(review=review, decided=decided(side=Side.DIED), by=chair, **WHEN)
    assert entry.side == Side.DIED
