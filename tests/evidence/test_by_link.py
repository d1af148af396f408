"""Somebody without an account answers by a link and a code sent separately, and sees no more."""

from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from audit.models import ActorKind, AuditEvent
from documents.models import Document
from evidence.models import ScopingDelay, ScopingLink, ScopingReturn
from evidence.operations import by_link
from evidence.operations.asking import ask
from evidence.rules.links import MoreTime
from guests.models import GuestCode
from messaging.models import Message
from reviews.access import Refused
from reviews.models import PersonRole
from tests.evidence.by_link import GUEST, SAID, page
from tests.evidence.conftest import NOW, TODAY
from tests.evidence.scoping import LETTER, boxed, shown
from tests.factories.evidence import (
    ScopingDelayFactory,
    ScopingLinkFactory,
)
from tests.factories.guests import CODE, GuestCodeFactory
from tests.factories.reviews import PersonAddressFactory, PersonFactory

pytestmark = pytest.mark.django_db


class TestTheWholeWalk:
    def test_from_the_letter_to_the_receipt(self, client, review, when, run_queued, mailoutbox):
        person = PersonFactory(review=review, aliases=["Truename Other"])
        PersonAddressFactory(person=person)
        with run_queued():
            ask(review=review, agencies=[boxed(name="Birch Homes")], letter=LETTER,
                admit_contacts=False, **when)  # fmt: skip
        [letter] = mailoutbox
        start = next(word for word in letter.body.split() if "/answer/" in word)
        start = "/" + start.split("/", 3)[3]

        words = shown(client.get(start))
        assert "Answer for your organisation" in words
        assert review.reference in words
        assert "Ring Ola Farrow, 0100 1." in words
        with run_queued():
            answer = client.post(f"{start}code/send/")
        assert answer.url == f"{start}code/"
        code = next(line for line in mailoutbox[1].body.splitlines() if line[:1].isdecimal())
        assert mailoutbox[1].to == letter.to == ["box@body.example"]
        assert code not in shown(client.get(answer.url))

        assert client.post(answer.url, {"code": code}).url == start
        words = shown(client.get(start))
        for told in ("What does Birch Homes know?", person.true_name, "Truename Other",
                     "1 Nowhere Lane, Norham", "Answer by 16 February 2026.",
                     "Send the answer"):  # fmt: skip
            assert told in words
        with run_queued():
            answer = client.post(start, SAID)
        assert answer.url == f"{start}answered/"
        words = shown(client.get(answer.url))
        assert "Your answer has arrived" in words
        assert "Answered on 2 February 2026 at 09:30" in words
        assert "Nothing more is asked of you now." in words
        assert "To correct or add something, ring Ola Farrow, 0100 1." in words
        assert mailoutbox[2].to == ["box@body.example"]
        assert "has arrived" in mailoutbox[2].body

        said = " ".join(f"{mail.subject} {mail.body}" for mail in mailoutbox)
        names = (person.true_name, "Truename", "Okoro", "Farrow", "Birch Homes")
        for kept in (*names, review.partnership.name, "Nowhere", "Nil", "2026-", "January"):
            assert kept not in said

    def test_it_lands_as_any_other(self, inside, link, asked):
        upload = SimpleUploadedFile("letter.txt", b"What we found.", content_type="text/plain")
        inside.post(page(), {**SAID, "document": upload, "contact_from_day": "3",
                             "contact_from_month": "4", "contact_from_year": "2019"})  # fmt: skip

        made = asked.scoping_returns.get()
        assert made.request == link.request
        assert (made.return_kind, made.answered_on, made.recorded_by) == ("NIL", TODAY, None)
        assert (made.link, made.full_name, made.job_title) == (
            link, "Ines Okoro", "Records manager",
        )  # fmt: skip
        assert (made.contact_from, made.contact_to) == (date(2019, 4, 3), None)
        assert made.document.original_name == "letter.txt"
        assert made.document.received_by is None
        assert made.provenance == "Answered by link by Ines Okoro, Records manager."
        event = AuditEvent.objects.get(event="scoping.answered_by_link")
        assert event.actor_kind == ActorKind.SIGNED_OUT
        assert event.subjects["return_id"] == made.pk
        received = AuditEvent.objects.get(event="document.received")
        assert received.actor_kind == ActorKind.SIGNED_OUT

    def test_the_officer_sees_that_it_came_by_link(self, inside, asked, officer):
        inside.post(page(), SAID)
        inside.force_login(officer)

        words = shown(inside.get(asked.get_absolute_url()))
        assert "Answered by link by Ines Okoro, Records manager." in words
        assert "at 09:30 by Ines Okoro, Records manager." in words
        assert "by link" in shown(inside.get(reverse("evidence:agencies", args=[
            asked.review.reference])))  # fmt: skip

    def test_each_step_is_on_the_trail_without_a_word_of_the_case(self, client, link):
        client.post(page("send-code"))
        client.post(page("code"), {"code": "9999 9999"})
        client.post(page("code"), {"code": Message.objects.get(kind="guest_code").code})
        client.get(page())
        client.post(page(), SAID)

        events = AuditEvent.objects.filter(review_ref=link.link.review_ref, actor_id=None)
        kinds = [row.event for row in events.order_by("pk") if not row.event.startswith("review")]
        assert kinds == [
            "guest.code_sent", "guest.code_wrong", "guest.code_used",
            "letter_by_link.looked_at", "scoping.answered_by_link",
        ]  # fmt: skip
        for row in events:
            assert "Okoro" not in str(row.subjects)


class TestBeforeTheCode:
    def test_the_link_alone_shows_nothing_of_the_case(self, client, link, asked):
        person = PersonFactory(review=asked.review)
        for where in (page(), page("code")):
            words = shown(client.get(where))
            for kept in (person.true_name, "Alder", asked.review.partnership.name,
                         "stable", "death", "died", link.link.sent_to):  # fmt: skip
                assert kept not in words
        assert client.get(page("answered")).url == page()

    def test_an_answer_without_the_code_is_not_taken(self, client, link):
        words = shown(client.post(page(), SAID))
        assert "Send me a code" in words
        assert not ScopingReturn.objects.exists()

    def test_asking_too_often_is_refused_in_words(self, client, link):
        for _ in range(5):
            assert client.post(page("send-code")).status_code == 302
        words = shown(client.post(page("send-code")))
        assert "Too many codes were asked for in the last hour" in words
        assert GuestCode.objects.count() == 5

    def test_nothing_typed_as_a_code_is_said(self, client, link):
        assert "Enter the code" in shown(client.post(page("code"), {"code": " "}))

    def test_a_wrong_code_is_said_and_five_lock(self, client, link):
        GuestCodeFactory(link=link.link, recorded_at=NOW)
        for _ in range(5):
            assert "This code is not right" in shown(client.post(page("code"), {"code": "1"}))
        words = shown(client.post(page("code"), {"code": CODE}))
        assert "5 wrong codes were typed. Ask for a new code." in words
        assert client.get(page()).status_code == 200
        assert "Send me a code" in shown(client.get(page()))

    def test_looking_changes_nothing(self, client, link):
        before = AuditEvent.objects.count()
        for where in (page(), page("code"), page("answered")):
            client.get(where)
            client.head(where)
        assert AuditEvent.objects.count() == before
        assert not GuestCode.objects.exists()

    @pytest.mark.parametrize("where", ["send-code", "leave"])
    def test_what_changes_something_is_posted(self, client, link, where):
        assert client.get(page(where)).status_code == 405


class TestOnThePage:
    def test_no_cache_keeps_it_and_no_search_engine_finds_it(self, inside, client, link):
        for where in (page(), page("code"), page("", "guess")):
            response = inside.get(where)
            assert "no-store" in response["Cache-Control"]
            assert "noindex" in response["X-Robots-Tag"]
            assert '<meta name="robots" content="noindex">' in shown(response)

    def test_everything_missing_is_said_at_once_and_nothing_is_lost(self, inside):
        upload = SimpleUploadedFile("letter.txt", b"What we found.", content_type="text/plain")
        words = shown(inside.post(page(), {"return_kind": "NIL", "account": "Kept as typed",
                                           "document": upload}))  # fmt: skip
        for told in ("Enter your name", "Enter your job title", "Say who searched",
                     "Say whether your records are secured", "Kept as typed", "Kept: letter.txt",
                     "<title>Error:"):  # fmt: skip
            assert told in words
        assert not ScopingReturn.objects.exists()

    def test_a_file_kept_for_one_link_is_not_given_to_another(self, inside, link, review):
        upload = SimpleUploadedFile("letter.txt", b"What we found.", content_type="text/plain")
        answer = inside.post(page(), {"return_kind": "NIL", "document": upload})
        kept = shown(answer).partition('name="document_kept" value="')[2].partition('"')[0]
        other = ScopingLinkFactory(request__involvement__review=review, link__token="other")
        GuestCodeFactory(link=other.link, recorded_at=NOW)
        inside.post(page("code", "other"), {"code": CODE})

        words = shown(inside.post(page("", "other"), {**SAID, "document_kept": kept}))

        assert "Choose the file again" in words
        assert Document.objects.count() == 1
        assert not ScopingReturn.objects.exists()

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ({"return_kind": "NOT_PURSUED"}, "what was chosen is not offered"),
            ({"return_kind": "WRONG_BODY"}, "Say why, and who may hold records"),
            ({"full_name": "x" * 201}, "to 200 characters"),
            ({"contact_to_day": "1", "contact_to_month": "1", "contact_to_year": "2027"},
             "The contact must be today or in the past"),
            ({"contact_from_day": "2", "contact_from_month": "1", "contact_from_year": "2020",
              "contact_to_day": "1", "contact_to_month": "1", "contact_to_year": "2020"},
             "The latest contact must be on or after the earliest"),
        ],
    )  # fmt: skip
    def test_an_answer_that_cannot_be_is_refused(self, inside, wrong, said):
        words = shown(inside.post(page(), {**SAID, **wrong}))
        assert said in words
        assert "Case system and paper archive" in words
        assert not ScopingReturn.objects.exists()

    @pytest.mark.parametrize(
        ("kind", "more"),
        [
            ("SUMMARY", {"account": "Seen twice."}),
            ("SHORT_REPORT", {}),
            ("IMR_AND_CHRONOLOGY", {}),
            ("IMR_ONLY", {}),
            ("CHRONOLOGY_ONLY", {}),
            ("LETTER", {"account": "See our letter."}),
            ("EXPERT_INPUT", {"account": "We know the field."}),
            ("WRONG_BODY", {"reason": "We are the ambulance service of another county."}),
            ("REFUSED", {"reason": "We are not obliged to."}),
        ],
    )
    def test_every_answer_an_agency_can_give_is_taken(self, inside, kind, more):
        said = {**SAID, "return_kind": kind, **more}
        assert inside.post(page(), said).url == page("answered")
        assert ScopingReturn.objects.get().return_kind == kind
        assert inside.get(page("answered")).status_code == 200

    def test_the_hour_runs_out_and_nothing_typed_is_lost(self, inside, link):
        with time_machine.travel("2026-02-02 10:31", tick=False):
            words = shown(inside.post(page(), {**SAID, "document_password": "unkept"}))
            assert "what you typed is kept" in words
            assert "unkept" not in words
            assert 'name="full_name" value="Ines Okoro"' in words
            words = shown(inside.post(page("send-code"), SAID))
            assert 'name="full_name" value="Ines Okoro"' in words
            code = Message.objects.filter(kind="guest_code").first().code
            words = shown(inside.post(page("code"), {**SAID, "code": "1"}))
            assert 'name="full_name" value="Ines Okoro"' in words
            words = shown(inside.post(page("code"), {**SAID, "code": code}))
            assert "What you typed is kept." in words
            assert 'value="Ines Okoro"' in words
            assert inside.post(page(), SAID).url == page("answered")

    def test_closing_it_ends_the_visit(self, inside):
        words = shown(inside.post(page("leave")))
        assert "Nothing of the request is kept in this browser." in words
        assert "Send me a code" in shown(inside.get(page()))


class TestMoreTime:
    ASKED = {"return_kind": "MORE_TIME", "until_on_day": "27", "until_on_month": "2",
             "until_on_year": "2026", "reason": "The archive is elsewhere.",
             "records_secured": "yes", "full_name": "Ines Okoro",
             "job_title": "Records manager"}  # fmt: skip

    def test_it_is_noted_and_the_letter_still_waits(self, inside, link, asked, officer):
        assert inside.post(page(), self.ASKED).url == page("answered")

        words = shown(inside.get(page("answered")))
        assert "You have asked for more time" in words
        assert "Until 27 February 2026" in words
        made = ScopingDelay.objects.get()
        assert (made.until_on, made.records_secured) == (date(2026, 2, 27), True)
        assert made.full_name == "Ines Okoro"
        assert not ScopingReturn.objects.exists()
        assert "What does Alder Trust know?" in shown(inside.get(page()))
        assert AuditEvent.objects.filter(event="scoping.more_time_asked").count() == 1

        inside.force_login(officer)
        words = shown(inside.get(asked.get_absolute_url()))
        assert "Asks for time until 27 February 2026" in words
        assert "The archive is elsewhere." in words
        assert "Not answered yet" in words

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ({"until_on_day": "", "until_on_month": "", "until_on_year": ""},
             "Enter the day by which you can answer"),
            ({"until_on_day": "2"}, "The day must be after today"),
            ({"until_on_day": "31"}, "must be a real date"),
            ({"reason": " "}, "Say why you need more time"),
        ],
    )  # fmt: skip
    def test_a_day_and_a_reason_are_needed(self, inside, wrong, said):
        assert said in shown(inside.post(page(), {**self.ASKED, **wrong}))
        assert not ScopingDelay.objects.exists()

    def test_an_operation_asks_for_them_too(self, link):
        asked = MoreTime(until_on=None, records_secured=True, reason="")
        with pytest.raises(Refused) as refusal:
            by_link.ask_for_time(link=link, asked=asked, guest=GUEST, today=TODAY, at=NOW)
        assert refusal.value.field == "until_on"

    def test_nobody_is_reminded_before_that_day(self, asked):
        letter = asked.scoping_requests.get()
        to_remind = type(letter).objects.to_remind
        assert letter in to_remind(date(2026, 2, 10))
        ScopingDelayFactory(link__request=letter, until_on=date(2026, 2, 27))
        assert letter not in to_remind(date(2026, 2, 27))
        assert letter in to_remind(date(2026, 2, 28))

    def test_an_answer_after_it_is_what_the_receipt_shows(self, inside):
        inside.post(page(), self.ASKED)
        inside.post(page(), SAID)
        assert "Your answer has arrived" in shown(inside.get(page("answered")))


def test_no_link_goes_to_anybody_but_the_agency(review, when, run_queued, mailoutbox):
    PersonFactory(review=review, role=PersonRole.FAMILY)
    with run_queued():
        ask(review=review, agencies=[boxed()], letter=LETTER, admit_contacts=False, **when)
    assert {address for mail in mailoutbox for address in mail.to} == {"box@body.example"}
    assert ScopingLink.objects.count() == 1
