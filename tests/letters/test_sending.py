"""Marking a letter sent writes the record of the review that it is, and meets its deadline."""

from datetime import date, timedelta

import pytest

from anonymity.models import Destination
from audit.models import AuditEvent
from evidence.models import ScopingRequest, ScopingRoute
from letters.models import Letter, LetterKind
from letters.operations import making, sending
from letters.queries.writing import Wish
from publications.models import RecipientKind, SentVia
from reviews.access import Refused
from reviews.models import Deadline, NoticeKind, NoticeRoute
from tests.factories.anonymity import certified_pack
from tests.factories.documents import DocumentFactory
from tests.factories.letters import LetterFactory
from tests.factories.publications import (
    PublicationDecisionFactory,
    PublicationFactory,
    QaLetterFactory,
    QaSubmissionFactory,
    SubmissionItemFactory,
)
from tests.factories.reviews import DecisionFactory
from tests.letters.conftest import NOW, TODAY
from tests.reviews.clock import follow

pytestmark = pytest.mark.django_db

DUE = date(2026, 2, 16)


def made(review, kind, *parts, when):
    wish = Wish(answer_by=DUE, whom_to_ring="Ola", signed_by="Ola")
    if not parts:
        return [making.make_letter(review=review, kind=kind, wish=wish, **when)]
    agencies = [part.agency for part in parts]
    return making.make_for_agencies(review=review, kind=kind, agencies=agencies, wish=wish, **when)


def send(letter, when, **more):
    said = {"sent_on": TODAY, "route": NoticeRoute.POST, **more}
    return sending.mark_sent(letter=letter, **said, **when)


def met(review, code):
    follow(review.pk)
    return list(Deadline.objects.filter(review=review, code=code).values_list("met_on", flat=True))


def test_letters_to_secure_records_are_one_notice_and_meet_the_deadline(review, alder, birch, when):
    letters = made(review, LetterKind.SECURE_RECORDS, alder, birch, when=when)
    sending.mark_all_sent(letters=letters, sent_on=TODAY, route=NoticeRoute.EMAIL, **when)
    notice = review.notices.get()
    assert notice.kind == NoticeKind.RECORDS_SECURED
    assert {letter.notice for letter in review.letters.all()} == {notice}
    assert met(review, "D2") == [TODAY]
    assert not ScopingRequest.objects.exists()


def test_a_scoping_letter_is_the_request_to_the_agency(review, alder, when):
    (letter,) = made(review, LetterKind.SCOPING, alder, when=when)
    sent = send(letter, when, route=NoticeRoute.PORTAL)
    request = alder.scoping_requests.get()
    assert sent.scoping_request == request
    assert (request.sent_on, request.due_on, request.route) == (TODAY, DUE, ScopingRoute.PORTAL)
    assert request.letter == sent.sent_file
    assert met(review, "D2") == [TODAY]
    assert met(review, "D3") == [None]


def test_an_agency_that_was_asked_that_day_is_not_asked_twice(review, alder, when):
    first, second = (made(review, LetterKind.SCOPING, alder, when=when)[0] for _ in range(2))
    assert not Letter.objects.filter(pk=first.pk).exists()  # made anew before it was sent
    send(second, when)
    (third,) = made(review, LetterKind.SCOPING, alder, when=when)
    assert send(third, when).scoping_request == alder.scoping_requests.get()


def test_no_liaison_officer_carries_a_letter_to_an_agency(review, alder, when):
    (letter,) = made(review, LetterKind.SCOPING, alder, when=when)
    with pytest.raises(Refused, match="Choose how"):
        send(letter, when, route=NoticeRoute.LIAISON_OFFICER)
    letter.refresh_from_db()
    assert not letter.is_sent


def test_the_decision_is_told_once_and_the_deadline_met(review, when):
    DecisionFactory(review=review)
    (letter,) = made(review, LetterKind.HOME_OFFICE_DECISION, when=when)
    signed = DocumentFactory()
    sent = send(letter, when, file=signed)
    assert sent.notice == review.notices.get(kind=NoticeKind.HOME_OFFICE_DECISION)
    assert sent.notice.letter == sent.current == signed
    assert met(review, "D5") == [TODAY]
    (again,) = made(review, LetterKind.HOME_OFFICE_DECISION, when=when)
    assert send(again, when).notice == sent.notice
    assert AuditEvent.objects.filter(event="letter.sent").count() == 2


def test_no_letter_lets_a_copy_go_to_the_commissioner_that_may_not(review, when):
    QaLetterFactory(submission__review=review)
    review.recorded_at = NOW  # what left before was no letter of ours
    review.save()
    (letter,) = made(review, LetterKind.COMMISSIONER_COPY, when=when)
    with pytest.raises(Refused, match="certif"):
        send(letter, when)
    letter.refresh_from_db()
    assert not letter.is_sent


def test_a_notice_of_what_is_published_is_in_the_log_of_who_has_it(review, alder, birch, when):
    decision = PublicationDecisionFactory(review=review)
    early, late = made(review, LetterKind.PUBLICATION, alder, birch, when=when)
    send(early, when)
    assert not review.disseminations.exists()  # it gives nothing before
    public = PublicationFactory(review=review, decision=decision, published_on=TODAY)
    send(late, when, route=NoticeRoute.PORTAL)
    entry = review.disseminations.get()
    assert (entry.recipient, entry.publication) == (birch.agency.name, public)
    assert (entry.sent_on, entry.sent_via) == (TODAY, SentVia.LINK)


def test_a_copy_to_the_commissioner_is_logged_and_told_once(review, when):
    review.recorded_at = NOW
    review.save()
    answered = QaLetterFactory(submission__review=review)
    sent = SubmissionItemFactory(submission=answered.submission)
    certified_pack(sent, Destination.COMMISSIONER)
    for _ in range(2):
        (letter,) = made(review, LetterKind.COMMISSIONER_COPY, when=when)
        assert send(letter, when).notice == review.notices.get()
    assert [one.kind for one in review.disseminations.all()] == [RecipientKind.COMMISSIONER]


def test_a_covering_letter_goes_with_its_round(review, when):
    pack = QaSubmissionFactory(review=review)
    letter = making.make_letter(
        review=review, kind=LetterKind.HOME_OFFICE_SUBMISSION, wish=Wish(), submission=pack, **when
    )
    with pytest.raises(Refused, match="Record round 1 as sent first"):
        send(letter, when)
    pack.submitted_on, pack.submitted_at, pack.sent_by = TODAY, NOW, "EMAIL"
    pack.save()
    assert send(letter, when).is_sent


def test_a_letter_that_was_sent_stays_as_it_went(review, when):
    letter = LetterFactory(review=review, sent=True)
    for change in (
        lambda: send(letter, when),
        lambda: making.take_away(letter=letter, by=when["by"], at=NOW),
        lambda: making.replace_file(letter=letter, file=letter.made, by=when["by"], at=NOW),
    ):
        with pytest.raises(Refused, match="stays as it went"):
            change()


def test_days_that_cannot_be_are_refused(review, alder, when):
    (letter,) = made(review, LetterKind.SECURE_RECORDS, alder, when=when)
    with pytest.raises(Refused, match="today or in the past"):
        send(letter, when, sent_on=TODAY + timedelta(days=1))
    with pytest.raises(Refused, match="made on 2 February 2026"):
        send(letter, when, sent_on=TODAY - timedelta(days=1))
    when["today"] = DUE + timedelta(days=1)
    with pytest.raises(Refused, match="asks for an answer by 16 February 2026"):
        send(letter, when, sent_on=DUE + timedelta(days=1))
    with pytest.raises(Refused, match="at least one letter"):
        sending.mark_all_sent(letters=[], sent_on=TODAY, route="POST", **when)


def test_an_answer_is_kept_and_can_be_put_right(review, alder, when):
    (letter,) = made(review, LetterKind.SECURE_RECORDS, alder, when=when)

    def answer(**said):
        return sending.record_reply(letter=letter, **({"replied_on": TODAY} | said), **when)

    with pytest.raises(Refused, match="first that the letter was sent"):
        answer(reply="Done.")
    send(letter, when)
    with pytest.raises(Refused, match="Say what they answered"):
        answer()
    with pytest.raises(Refused, match="on or after the day the letter was sent"):
        answer(replied_on=TODAY - timedelta(days=1), reply="Done.")
    kept = answer(file=DocumentFactory())
    assert answer(reply="All is secured.").reply_file == kept.reply_file


def test_what_another_record_answers_is_not_answered_twice(review, alder, when):
    (letter,) = made(review, LetterKind.SCOPING, alder, when=when)
    send(letter, when)
    with pytest.raises(Refused, match="recorded on the agency’s page"):
        sending.record_reply(letter=letter, replied_on=TODAY, reply="Nothing found.", **when)


def test_a_letter_that_is_gone_is_said_to_be(review, when):
    letter = LetterFactory(review=review)
    making.take_away(letter=letter, by=when["by"], at=NOW)
    with pytest.raises(Refused, match="taken away meanwhile"):
        send(letter, when)


def test_the_directory_is_written_to_and_brought_in(review, birch, when):
    other = type(birch.agency).objects.create(name="Cedar Homes", slug="cedar", kind="HOUSING")
    (letter,) = making.make_for_agencies(
        review=review, kind=LetterKind.SECURE_RECORDS, agencies=[other],
        wish=Wish(addressee="The manager\nCedar Homes"), **when,
    )  # fmt: skip
    assert letter.part in review.involvements.all()
    assert letter.addressee == "The manager\nCedar Homes"
    with pytest.raises(Refused, match="at least one agency"):
        making.make_for_agencies(
            review=review, kind=LetterKind.SECURE_RECORDS, agencies=[], wish=Wish(), **when
        )
