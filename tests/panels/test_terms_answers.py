"""Dated answers to the lines of enquiry: written, kept, found from later versions."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import ProgrammingError, transaction

from audit.acting import acting
from audit.models import ActorKind
from panels.models import EnquiryAnswer, TermsOfReference
from panels.operations.enquiries import add_enquiry, drop_enquiry, move_enquiry, word_enquiry
from panels.operations.enquiry_answers import Answer, answer_enquiry
from panels.operations.terms import agree_terms, begin_version
from panels.queries.enquiry_answers import left_open
from publications.queries.rehearsal import enquiries_of
from reports.models import SectionKind as ReportSectionKind
from reports.queries.assembly.record import record_of
from reports.queries.assembly.whole import report_from
from reviews.access import Refused, Role
from tests.factories.panels import MeetingFactory
from tests.factories.reports import ReportSectionFactory
from tests.factories.reviews import AgencyInvolvementFactory, playing
from tests.factories.terms import (
    AgreementRoundFactory,
    EnquiryAnswerFactory,
    TermsOfReferenceFactory,
)
from tests.panels.conftest import NOW
from tests.panels.saying import day, page, text

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def agreed(review, officer):
    draft = TermsOfReferenceFactory(review=review)
    for asked in ("Was anybody heard?", "Was risk shared?"):
        add_enquiry(terms=draft, text=asked, by=officer, at=NOW)
    return agree(draft, officer)


def agree(draft, officer):
    return agree_terms(
        terms=draft, agreed_on=TODAY, otherwise="In the hall", reason="Late.", today=TODAY,
        by=officer, at=NOW,
    )  # fmt: skip


def line(terms, number=1):
    return terms.enquiries.get(number=number)


def write(client, line, **given):
    said = {
        "text": "Nobody was.", **day("answered_on", date(2026, 2, 26)),
        "where": "otherwise", "otherwise": "The police report", **given,
    }  # fmt: skip
    where = page("answer-enquiry", line.terms.review.reference, line.root)
    return text(client.post(where, said, follow=True))


class TestAnswering:
    def test_a_later_answer_stands_above_the_earlier_and_leaves_it(
        self, signed_in, agreed, review, officer
    ):
        held = MeetingFactory(review=review, held_on=date(2026, 2, 20))
        first = line(agreed)
        terms_page = text(signed_in.get(page("terms", review.reference)))
        assert terms_page.count("Not answered yet") == 2

        write(signed_in, first, **{"where": f"meeting-{held.pk}"})
        there = write(
            signed_in, first, text="One was, in the end.",
            **day("answered_on", date(2026, 3, 1)),
        )  # fmt: skip

        latest, _, before = there.partition("What it said before")
        assert "One was, in the end." in latest
        assert "1 March 2026, from The police report." in latest
        assert f"Written by {officer.full_name} on 2 March 2026" in latest
        assert "Nobody was." not in latest
        assert "Nobody was." in before
        assert f"from panel meeting {held.number}" in before
        assert "1 of 2 lines of enquiry has no answer yet." in there
        shown = text(signed_in.get(page("terms", review.reference)))
        assert "One was, in the end." in shown
        assert "1 answer before" in shown
        assert shown.count("Not answered yet") == 1

    def test_an_answer_of_an_earlier_day_that_is_written_later_stays_below(
        self, signed_in, agreed, review
    ):
        EnquiryAnswerFactory(enquiry=line(agreed), answered_on=TODAY, text="The latest word.")
        there = write(signed_in, line(agreed), text="An earlier word.")
        assert there.index("The latest word.") < there.index("An earlier word.")

    def test_the_database_lets_no_answer_be_changed(self, agreed):
        written = EnquiryAnswerFactory(enquiry=line(agreed))
        with pytest.raises(ProgrammingError), transaction.atomic():
            EnquiryAnswer.objects.filter(pk=written.pk).update(text="Other words")

    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ({"text": ""}, "Write the answer"),
            ({"otherwise": ""}, "Say where the answer comes from"),
            (day("answered_on", date(2026, 3, 3)), "must be today or in the past"),
            (day("answered_on", date(2020, 3, 3)), "must be after the death"),
        ],
    )
    def test_what_is_missing_or_impossible_is_said(self, signed_in, agreed, given, words):
        assert words in write(signed_in, line(agreed), **given)
        assert not EnquiryAnswer.objects.exists()

    def test_it_comes_from_this_review(self, agreed, officer, review):
        meeting, asked = MeetingFactory(past=True), AgreementRoundFactory(agreed=True)
        mine = AgreementRoundFactory(review=review, agreed=True)
        acting_now = {"enquiry": line(agreed), "today": TODAY, "by": officer, "at": NOW}
        said = {"text": "Nobody.", "answered_on": TODAY}
        for wrong in (
            {"meeting": meeting}, {"agreement_round": asked},
            {"agreement_round": mine, "otherwise": "And more"},
        ):  # fmt: skip
            with pytest.raises(Refused) as refused:
                answer_enquiry(answer=Answer(**said, **wrong), **acting_now)
            assert refused.value.field == "where"
        written = answer_enquiry(answer=Answer(**said, agreement_round=mine), **acting_now)
        assert written.source == "a round of agreement"

    def test_a_round_can_be_chosen(self, signed_in, agreed, review):
        asked = AgreementRoundFactory(review=review, agreed=True)
        there = write(signed_in, line(agreed), where=f"round-{asked.pk}", otherwise="Not this")
        assert "from a round of agreement" in there
        assert EnquiryAnswer.objects.get().otherwise == ""


class TestVersions:
    def test_an_answer_stays_with_its_line_when_it_is_worded_anew(
        self, signed_in, agreed, review, officer
    ):
        write(signed_in, line(agreed))
        draft = begin_version(review=review, by=officer, at=NOW)
        word_enquiry(enquiry=line(draft), text="Was she heard alone?", by=officer, at=NOW)
        shown = text(signed_in.get(page("terms", review.reference)))
        assert "Nobody was." in shown
        assert "Not answered yet" not in shown  # a draft is not asked yet

        agree(draft, officer)

        there = text(signed_in.get(page("enquiry-answers", review.reference)))
        assert "Was she heard alone?" in there
        assert "Was anybody heard?" not in there
        assert "Nobody was." in there

    def test_a_line_that_was_dropped_keeps_its_answers_readable(
        self, signed_in, agreed, review, officer
    ):
        write(signed_in, line(agreed))
        draft = begin_version(review=review, by=officer, at=NOW)
        drop_enquiry(enquiry=line(draft), by=officer, at=NOW)
        agree(draft, officer)

        there = text(signed_in.get(page("enquiry-answers", review.reference)))

        asked, _, dropped = there.partition("Lines that are asked no more")
        assert ("Nobody was." in asked, "Nobody was." in dropped) == (False, True)
        assert "Version 1, line 1" in dropped
        assert "1 of 1 lines" in asked

    def test_a_line_of_a_draft_is_not_answered(self, signed_in, agreed, review, officer):
        draft = begin_version(review=review, by=officer, at=NOW)
        new = add_enquiry(terms=draft, text="And at work?", by=officer, at=NOW)
        for root in (new.root, uuid4()):
            where = page("answer-enquiry", review.reference, root)
            assert signed_in.get(where).status_code == 404
        with pytest.raises(Refused, match="once its terms are agreed"):
            answer_enquiry(
                enquiry=new, answer=Answer(text="No.", answered_on=TODAY, otherwise="It"),
                today=TODAY, by=officer, at=NOW,
            )  # fmt: skip


class TestTheRehearsal:
    def test_it_knows_what_is_left_open_once_the_panel_answers_at_all(self, agreed, review):
        assert left_open(review) == set()
        EnquiryAnswerFactory(enquiry=line(agreed))

        first, second = enquiries_of(review, agreed)

        assert (first.is_left_open, second.is_left_open) == (False, True)

    def test_with_no_terms_there_is_nothing_to_answer(self, signed_in, review):
        TermsOfReference.objects.all().delete()
        there = text(signed_in.get(page("enquiry-answers", review.reference)))
        assert "No line of enquiry is agreed yet" in there


class TestTheReport:
    def test_it_inserts_the_latest_answer_by_the_number_the_line_has_now(
        self, agreed, review, officer
    ):
        EnquiryAnswerFactory(enquiry=line(agreed, 2), text="It was shared.", answered_on=TODAY)
        EnquiryAnswerFactory(enquiry=line(agreed, 2), text="It was not.")
        ReportSectionFactory(
            review=review, kind=ReportSectionKind.FACTS, text="[=answer-2]\n\nSo [=answer-1]."
        )
        draft = begin_version(review=review, by=officer, at=NOW)
        move_enquiry(enquiry=line(draft, 2), places=-1, by=officer, at=NOW)
        before = str(report_from(record_of(review, today=TODAY), version="1"))

        agree(draft, officer)

        after = str(report_from(record_of(review, today=TODAY), version="1"))
        assert ("It was shared." in before, "So [=answer-1]." in before) == (True, True)
        assert ("So It was shared.." in after, "[=answer-2]" in after) == (True, True)
        assert "It was not." not in before + after


class TestWhoReads:
    @pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.ADVISER, Role.CSP_CHAIR])
    def test_the_panel_reads_and_does_not_write(self, client, agreed, review, role):
        EnquiryAnswerFactory(enquiry=line(agreed), text="Known to nobody.")
        client.force_login(playing(role, to=review))
        there = text(client.get(page("enquiry-answers", review.reference)))
        assert "Known to nobody." in there
        assert "Write a later answer" not in there
        where = page("answer-enquiry", review.reference, line(agreed).root)
        assert client.post(where, {}).status_code in (403, 404)

    def test_agencies_and_auditors_read_the_terms_without_them(self, client, agreed, review):
        EnquiryAnswerFactory(enquiry=line(agreed), text="Known to nobody.")
        part = AgencyInvolvementFactory(review=review)
        for who, where in (
            (playing(Role.IMR_AUTHOR, to=part), page("agency-terms", review.reference, part.pk)),
            (playing(Role.AUDITOR, to=review), page("terms", review.reference)),
        ):
            client.force_login(who)
            there = text(client.get(where))
            assert "Was anybody heard?" in there
            assert "Known to nobody." not in there
            assert "Not answered yet" not in there
            assert page("enquiry-answers", review.reference) not in there
            answers = client.get(page("enquiry-answers", review.reference))
            assert answers.status_code == 404

    def test_the_database_gives_them_to_nobody_else_either(self, agreed, review):
        EnquiryAnswerFactory(enquiry=line(agreed))
        part = AgencyInvolvementFactory(review=review)
        for person, reads in (
            (playing(Role.PANEL_MEMBER, to=review), True),
            (playing(Role.IMR_AUTHOR, to=part), False),
            (playing(Role.AUDITOR, to=review), False),
        ):
            with acting(lambda who=person: (ActorKind.PERSON, who.pk)):
                assert EnquiryAnswer.objects.exists() is reads
