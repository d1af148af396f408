"""Words of a nil return that are none: never suggested as one, and the reason is quoted."""

import pytest

from replies.models import ReplyKind
from replies.readers.saying import Said, read_kind
from tests.replies.conftest import at, mail, shown
from tests.replies.mails import PDF, word


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("Nil return is NOT appropriate: we hold a great deal.", "NOT appropriate"),
        ("Please ignore our nil return of last week, sent in error.", "ignore our nil return"),
        ("We cannot say nil return. She was our patient", "She was our patient"),
        (
            "Nothing found for him. Mrs Adair was a tenant with three complaints.",
            "three complaints",
        ),
        ("Nil return isn’t possible.", "possible"),
        ("No records held. To be clear: we hold four files on the brother.", "four files"),
        ("No trace of either.\n\nHi Ola\nWe supported her from 2019.", "supported her"),
        ("We have no record of him and hold two volumes on his wife.", "two volumes"),
        ("No trace of mum, dad well known here.", "dad well known"),
        ("Nil return. I have checked and we hold four volumes.", "four volumes"),
        ("No information held. Both were clients of our floating support team.", "floating"),
        ("We have no current contact.", "current"),
        ("No records held other than a noise complaint.", "noise complaint"),
        ("He never attended his appointments with us. No trace of her.", "his appointments"),
        ("Nil return for now: the search goes on until Friday.", "for now"),
        ("No trace. No doubt you know that we housed them.", "housed them"),
        ("No records found yet.", "yet"),
        ("Nil return. However, see the attached.", "However"),
        ("No record held\n- IDVA support since May 2022", "IDVA support"),
        ("No trace. Thank you for your patience we knew the family well.", "knew the family"),
    ],
)
def test_what_takes_a_nil_return_back_or_tells_more_is_quoted_and_no_nil_return(words, doubt):
    reading = read_kind(Said(words=words))
    assert (reading.kind == ReplyKind.NIL, reading.is_sure) == (False, False)
    assert any(doubt in why for why in reading.why)


@pytest.mark.parametrize(
    "words",
    [
        "Nil return.",
        "Hi Ola\nNil return from us.",
        "No trace of either. Thanks for your patience.",
        "Nil return - not known to us",
        "Nil return as we have not had any contact with the family.",
        "We have checked RiO and the paper index under all the names given: no record of either.",
        "We hold no information on any of the people named. I am sorry for the delay in replying.",
        "No records held for either. If you need anything else please let me know.",
    ],
)
def test_a_plain_nil_return_with_courtesies_is_sure(words):
    reading = read_kind(Said(words=words))
    assert (reading.kind, reading.is_sure) == (ReplyKind.NIL, True)


def test_what_is_signed_or_attached_can_take_it_back(db, police, drop):
    note = ("form.docx", word("She was arrested here twice."))
    reply = drop(mail(body="Nil return from us.", files=(note,)))
    assert (reply.read_kind, reply.is_sure) == (ReplyKind.UNCLEAR, False)
    assert "She was arrested here twice." in reply.why
    reply = drop(mail(body="Nil return.\n\nThanks for waiting\nPS She was arrested here twice."))
    assert (reply.read_kind, reply.is_sure) == (ReplyKind.UNCLEAR, False)


def test_what_cannot_be_read_or_speaks_of_one_person_is_not_ticked(db, police, drop):
    reply = drop(mail(body="Nil return from us.", files=(("scan.pdf", PDF),)))
    assert (reply.read_kind, reply.is_sure) == (ReplyKind.NIL, False)
    assert "“scan.pdf”" in reply.why
    assert drop(mail(body="Nil return.", files=(("image001.png", b"\x89PNG\r\n\x1a\n0"),))).is_sure
    reply = drop(mail(body="Nil return for the perpetrator."))
    assert (reply.read_kind, reply.is_sure) == (ReplyKind.NIL, False)
    assert "It speaks of one person only." in reply.why


@pytest.mark.django_db
def test_the_page_shows_the_doubt_and_ticks_and_suggests_nothing(desk, review, police, drop):
    reply = drop(mail(body="Nil return is NOT appropriate: we hold a great deal."))
    page = shown(desk.get(at(review)))
    assert "In doubt" in page
    assert "It also says “Nil return is NOT appropriate: we hold a great deal.”" in page
    row = page.partition(f'id="reply-{reply.pk}"')[2].partition("</li>")[0]
    assert " checked" not in row
    assert 'value="NIL" selected' not in row
