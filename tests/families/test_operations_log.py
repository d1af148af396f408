from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from audit.models import AuditEvent
from families.models import (
    Disposition,
    EntryKind,
    FamilyContactEntry,
    Response,
    Route,
    Way,
)
from families.operations import log
from families.operations.log import Happening
from reviews.access import Refused, Role
from tests.factories.documents import DocumentFactory
from tests.factories.families import FamilyContactEntryFactory, FamilyContactFactory
from tests.factories.reviews import AT, playing

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 20)


@pytest.fixture
def contact():
    return FamilyContactFactory()


@pytest.fixture
def chair(contact):
    return playing(Role.INDEPENDENT_CHAIR, to=contact.review)


def happening(kind=EntryKind.LETTER, **given):
    whole = {
        "happened_on": date(2026, 2, 2),
        "by_whom": "The chair",
        "route": Route.DIRECT,
        "way": Way.POST,
    }
    return Happening(kind=kind, **{**whole, **given})


def record(contact, by, *, kind=EntryKind.LETTER, answers=None, **given):
    return log.record_entry(
        contact=contact,
        happening=happening(kind, **given),
        answers=answers,
        today=TODAY,
        by=by,
        at=AT,
    )


def correct(entry, by, *, reason="A wrong day", **given):
    return log.correct_entry(
        entry=entry,
        happening=happening(EntryKind(entry.kind), **given),
        reason=reason,
        today=TODAY,
        by=by,
        at=AT,
    )


def take_back(entry, by, *, reason="It was somebody else"):
    return log.take_back(entry=entry, reason=reason, today=TODAY, by=by, at=AT)


class TestRecord:
    def test_an_entry_and_a_trail_without_words(self, contact, chair):
        entry = record(contact, chair, words="We are sorry.")

        assert FamilyContactEntry.objects.get(pk=entry.pk).words == "We are sorry."
        event = AuditEvent.objects.latest("id")
        assert event.event == "family.entry_recorded"
        assert event.subjects == {"contact_id": contact.pk, "entry_id": entry.pk}

    def test_the_letter_itself_is_kept(self, contact, chair):
        letter = DocumentFactory()

        entry = log.record_entry(
            contact=contact, happening=happening(), original=letter, today=TODAY, by=chair, at=AT
        )

        assert entry.original == letter

    def test_whoever_only_reads_writes_nothing(self, contact, chair):
        officer = playing(Role.CSP_OFFICER, to=contact.review)

        with pytest.raises(Refused, match="independent chair keeps"):
            record(contact, officer)
        assert not contact.log.exists()


class TestAnswers:
    def test_comments_and_what_became_of_them(self, contact, chair):
        comments = record(contact, chair, kind=EntryKind.COMMENTS, words="Not so.")
        assert list(FamilyContactEntry.objects.unanswered(EntryKind.COMMENTS)) == [comments]

        record(
            contact,
            chair,
            kind=EntryKind.DISPOSITION,
            answers=comments,
            disposition=Disposition.ADOPTED,
        )

        assert not FamilyContactEntry.objects.unanswered(EntryKind.COMMENTS).exists()

    def test_an_answer_holds_through_a_correction_of_what_it_answers(self, contact, chair):
        comments = record(contact, chair, kind=EntryKind.COMMENTS, words="Not so.")
        right = correct(comments, chair, words="Not quite so.")
        record(
            contact,
            chair,
            kind=EntryKind.DISPOSITION,
            answers=right,
            disposition=Disposition.ADOPTED,
        )
        correct(right, chair, words="Not quite so, they said.")

        assert not FamilyContactEntry.objects.unanswered(EntryKind.COMMENTS).exists()

    def test_not_twice(self, contact, chair):
        comments = record(contact, chair, kind=EntryKind.COMMENTS, words="Not so.")
        answer = {"kind": EntryKind.DISPOSITION, "answers": comments, "disposition": "ADOPTED"}
        first = record(contact, chair, **answer)

        with pytest.raises(Refused, match="recorded already"):
            record(contact, chair, **answer)
        assert correct(first, chair, disposition=Disposition.IN_PART).answers == comments

    def test_not_of_another_kind_nor_of_somebody_else(self, contact, chair):
        letter = record(contact, chair)
        elsewhere = FamilyContactEntryFactory(comments=True)

        for wrong in (letter, elsewhere):
            with pytest.raises(Refused, match="answers nothing"):
                record(
                    contact, chair, kind=EntryKind.DISPOSITION, answers=wrong, disposition="ADOPTED"
                )

    def test_not_before_what_it_answers(self, contact, chair):
        meeting = record(contact, chair, kind=EntryKind.MEETING, notes_to_approve=True)

        with pytest.raises(Refused) as refused:
            record(
                contact,
                chair,
                kind=EntryKind.TRANSCRIPT,
                answers=meeting,
                happened_on=date(2026, 2, 1),
            )
        assert refused.value.field == "happened_on"


class TestCorrect:
    def test_a_new_entry_takes_the_place_of_the_old(self, contact, chair):
        wrong = record(contact, chair, kind=EntryKind.RESPONSE, response=Response.DECLINED)

        right = correct(wrong, chair, response=Response.CONTRIBUTES)

        assert list(contact.log.standing()) == [right]
        assert (right.corrects, right.root) == (wrong, wrong)
        assert right.correction_reason == "A wrong day"
        assert AuditEvent.objects.latest("id").event == "family.entry_corrected"

    def test_the_original_stays_unless_there_is_another(self, contact, chair):
        letter, other = DocumentFactory(), DocumentFactory(content=b"Another.")
        wrong = FamilyContactEntryFactory(contact=contact, original=letter)

        right = correct(wrong, chair)
        third = log.correct_entry(
            entry=right,
            happening=happening(),
            reason="A better copy",
            original=other,
            today=TODAY,
            by=chair,
            at=AT,
        )

        assert (right.original, third.original, third.root) == (letter, other, wrong)

    @pytest.mark.parametrize("again", [correct, take_back])
    def test_once_only(self, contact, chair, again):
        wrong = record(contact, chair)
        correct(wrong, chair)

        with pytest.raises(Refused, match="corrected already"):
            again(wrong, chair)

    @pytest.mark.parametrize("change", [correct, take_back])
    def test_with_a_reason(self, contact, chair, change):
        with pytest.raises(Refused) as refused:
            change(record(contact, chair), chair, reason=" ")
        assert refused.value.field == "correction_reason"

    def test_what_was_taken_back_is_final(self, contact, chair):
        back = take_back(record(contact, chair), chair)

        assert not contact.log.standing().exists()
        with pytest.raises(Refused, match="corrected already"):
            correct(back, chair)


@pytest.mark.parametrize(
    "change", [lambda entry: entry.save(), lambda entry: entry.delete()], ids=["edit", "remove"]
)
def test_the_database_neither_edits_nor_removes_an_entry(change):
    entry = FamilyContactEntryFactory()
    entry.words = "Other words"

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        change(entry)
