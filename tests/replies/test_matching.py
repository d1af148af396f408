"""Which agency a reply is of, and how sure that is."""

from datetime import UTC, date, datetime

import pytest

from replies.models import ReplyKind
from replies.readers.bodies import Body, Traces, find_body
from replies.rules import check_can_settle
from reviews.access import Refused
from tests.factories.agencies import AgencyContactFactory
from tests.factories.evidence import ScopingChaseFactory
from tests.factories.messaging import MessageFactory
from tests.factories.replies import IncomingReplyFactory
from tests.replies.conftest import asked, at, mail, shown
from tests.replies.mails import PNG, Sent, eml, word
from tests.replies.outlook import msg

pytestmark = pytest.mark.django_db

ALDER = Body(key=1, names=("Alder Trust", "ATT"), addresses=frozenset({"box@alder.example"}))
ALDER_SOUTH = Body(key=2, names=("Alder Trust South",), addresses=frozenset({"s@alder.example"}))
BIRCH = Body(key=3, names=("Birch Surgery",), addresses=frozenset({"birch@nhs.net"}))
BODIES = [ALDER, ALDER_SOUTH, BIRCH]


@pytest.mark.parametrize(
    ("traces", "key", "is_sure"),
    [
        (Traces(addresses=["box@alder.example"]), 1, True),
        (Traces(addresses=["somebody@alder.example"]), 1, False),  # two share the domain
        (Traces(addresses=["x@alder.example"], places={"signature": "Alder Trust South"}), 2, True),
        (Traces(addresses=["else@nhs.net"]), None, False),  # all the world is there
        (Traces(addresses=["birch@nhs.net"], places={"words": "Alder Trust"}), None, False),
        (
            Traces(addresses=["birch@nhs.net"], places={"words": "Alder Trust, Birch Surgery"}),
            3,
            True,
        ),
        (
            Traces(
                addresses=["birch@nhs.net"],
                places={"sender": "Alder Trust", "signature": "Birch Surgery"},
            ),
            None,
            False,
        ),
        (Traces(addresses=["x@alder.example"], places={"signature": "Birch Surgery"}), None, False),
        (Traces(places={"words": "the ATT team"}), 1, False),
        (Traces(places={"words": "att the door"}), None, False),
        (Traces(places={"sender": "Birch Surgery", "words": "birch surgery"}), 3, True),
        (Traces(places={"sender": "Birch Surgery", "signature": "Alder Trust"}), 3, False),
        (Traces(places={"words": "Birchwood Surgery"}), None, False),
        (Traces(about=["box@alder.example"]), 1, True),
    ],
)
def test_a_body_is_found_by_address_domain_and_name(traces, key, is_sure):
    found = find_body(BODIES, traces)
    assert (found.key, found.is_sure) == (key, is_sure)


def test_an_address_of_one_agency_and_words_of_another_are_both_shown_and_the_officer_chooses(
    review, officer, desk, drop
):
    asked(review, "Tarn Valley College")
    asked(review, "Harrowmead Academy")
    reply = drop(
        mail(
            "safeguarding@tarnvalley.ac.example",
            "Harrowmead Academy has searched and holds no information on any of them.",
            name="Harrowmead Academy",
        )
    )
    assert (reply.is_sure, reply.read_part) == (False, None)
    assert "safeguarding@tarnvalley.ac.example, an address we have of it" in reply.why
    page = shown(desk.get(at(review)))
    assert "The sender’s name is “Harrowmead Academy”, which is another agency." in page
    assert "Its address and its words name different agencies." in page
    assert " checked" not in page.partition(f'id="reply-{reply.pk}"')[2].partition("</li>")[0]


def test_a_reply_to_our_own_email_is_of_the_agency_it_went_to(review, police, surgery, drop):
    letter = surgery.scoping_requests.get()
    chase = ScopingChaseFactory(request=letter, route="EMAIL", message=MessageFactory())
    headers = {"References": f"<x@y.example> {chase.message.message_id}"}
    reply = drop(mail("private@mail.example", headers=headers))
    assert reply.read_part == surgery
    assert "It answers our email to this agency." in reply.reasons


def test_a_contact_and_another_name_of_the_body_lead_to_it(police, surgery, drop, review):
    AgencyContactFactory(agency=police.agency, email="Lowe@other.example")
    assert drop(mail("lowe@other.example")).read_part == police
    haven = asked(review, "Haven Tarnshire")
    found = drop(mail("jo@mail.example", body="Nil return.\n\nKind regards\nJo, The Haven"))
    assert found.read_part == haven


@pytest.mark.parametrize(
    ("content", "name", "kind", "reason"),
    [
        (mail(date="", headers={"Message-ID": "<7@a.example>"}), "a.eml", ReplyKind.NIL,
         "It does not say of which day it is."),
        (mail(date="Mon, 05 Jan 2026 09:00:00 +0000"), "a.eml", ReplyKind.NIL,
         "It is dated before our letter to this agency."),
        (mail(date="Mon, 16 Nov 2037 09:00:00 +0000"), "a.eml", ReplyKind.NIL,
         "It is dated on a day that is still to come."),
        (mail(subject="TA-DHR-9"), "a.eml", ReplyKind.NIL,
         "It gives another reference than that of this review."),
        (mail(body="Ring me."), "a.eml", ReplyKind.UNCLEAR,
         "Nothing in it says what kind of reply it is."),
        (PNG, "Tarnshire Police.png", ReplyKind.LETTER,
         "It is a picture or a table: its words cannot be read here."),
        (mail(body="Hello,\n\nshe was known to us in 2019. We have no record of him."), "a.eml",
         ReplyKind.SUMMARY, "It could be something else: nil return."),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_not_ticked_and_says_why(police, drop, content, name, kind, reason):
    reply = drop(content, name)
    assert not reply.is_sure
    assert reply.read_kind == kind
    assert reason in reply.reasons


def test_a_letter_on_paper_is_read_for_agency_kind_and_day(police, drop):
    letter = word("Tarnshire Police", "19 January 2026", "We have no trace of either person.")
    reply = drop(letter, "Tarnshire Police letter.docx")
    assert (reply.read_part, reply.read_kind) == (police, ReplyKind.NIL)
    assert (reply.given_on, reply.is_sure, reply.is_email) == (date(2026, 1, 19), True, False)


def test_the_same_email_saved_twice_in_other_bytes_is_not_ticked_twice(police, drop):
    headers = {"Message-ID": "<7@tarnshire.police.example>"}
    first = drop(mail(headers=headers))
    second = drop(mail(headers={**headers, "X-Saved": "again"}))
    assert (first.is_sure, second.is_sure) == (True, False)
    assert "The same email is here already, saved another time." in second.reasons


def test_an_outlook_email_is_matched_with_its_files(surgery, drop):
    reply = drop(
        msg(
            subject="RE: TA-DHR-7",
            body="We have no trace of either person.",
            name="Deb",
            address="mill.lane@nhs.net",
            sent=datetime(2026, 1, 20, 10, tzinfo=UTC),
            files=(("search.docx", word("x")), ("run.txt", b"\0\1\2"), ("inner.msg", b"")),
        ),
        "reply.msg",
    )
    assert (reply.read_part, reply.read_kind, reply.is_sure) == (surgery, ReplyKind.NIL, True)
    kept, refused, inside = reply.files.all()
    assert (kept.name, kept.left_out) == ("search.docx", "")
    assert refused.document is None
    assert "email inside an Outlook email" in inside.left_out


def test_forty_attachments_are_forty_files_and_a_bounce_names_who_was_not_reached(police, drop):
    files = tuple((f"page {number}.txt", f"Page {number}.".encode()) for number in range(40))
    assert drop(mail(files=files)).files.count() == 40
    gone = eml(
        Sent(
            address="postmaster@csp.example",
            subject="Undeliverable: x",
            body="Delivery has failed to dhr@tarnshire.police.example",
        )
    )
    reply = drop(gone)
    assert (reply.read_part, reply.read_kind) == (police, ReplyKind.BOUNCED)


def test_a_damaged_outlook_email_is_kept_and_says_so(police, drop):
    whole = msg(subject="x", body="y", name="z", address="z@y.example")
    reply = drop(whole[:3000], "reply.msg")
    assert (reply.is_read, reply.is_sure, reply.words) == (True, False, "")
    assert "damaged" in reply.why


def test_a_reply_is_settled_once():
    with pytest.raises(Refused, match="confirmed already"):
        check_can_settle(IncomingReplyFactory(beside=True))
