"""An officer drops a folder of files, looks through what was read, and confirms it."""

from datetime import date

import pytest

from audit.models import AuditEvent
from documents.models import Document
from evidence.models import ReturnKind, ScopingReturn
from replies.models import IncomingReply, ReplyKind
from tests.documents import samples
from tests.factories.replies import IncomingReplyFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory
from tests.replies.conftest import TODAY, at, file, mail, shown
from tests.replies.mails import PDF, word

pytestmark = pytest.mark.django_db


def sent(reply, **more):
    """What the form of the page sends for one ticked row, as it was read."""
    day = reply.given_on or TODAY
    said = {
        "take": "on",
        "part": reply.read_part_id or "",
        "kind": reply.read_kind,
        "given_on_day": day.day,
        "given_on_month": day.month,
        "given_on_year": day.year,
        "on_behalf_of": reply.sender or reply.sender_address,
        "searched_in": reply.searched_in,
        **more,
    }
    return {f"reply-{reply.pk}-{name}": value for name, value in said.items()}


def test_files_are_dropped_read_and_confirmed_in_bulk(desk, review, police, surgery):
    nil = mail(name="DCI Lowe", body="Nil return. Niche searched under all names.")
    told = mail(
        "mill.lane@nhs.net",
        "She was seen four times in 2023. She last attended on 9 May 2023.\n\nMill Lane Surgery",
        files=(("notes.docx", word("Four visits")), ("letter.pdf", PDF)),
    )
    dropped = {"dropped": [file(nil), file(told, "b.eml")]}
    page = shown(desk.post(at(review, "add"), dropped, follow=True))
    assert "2 files are taken in." in page
    assert not ScopingReturn.objects.exists()
    assert "It says “Nil return.”" in page
    first, second = review.replies.all()
    assert [one.is_sure for one in (first, second)] == [True, True]

    done = desk.post(at(review, "confirm"), {**sent(first), **sent(second)}, follow=True)

    assert "2 replies are recorded." in shown(done)
    assert "Every agency that was asked has answered." in shown(done)
    made = police.scoping_returns.get()
    assert (made.return_kind, made.answered_on) == (ReturnKind.NIL, date(2026, 1, 20))
    assert made.original == first.document
    assert made.systems_searched == "Niche searched under all names."
    dossier = shown(desk.get(surgery.get_absolute_url()))
    assert "Entered for mill.lane@nhs.net from an email of 20 January 2026" in dossier
    assert "notes.docx" in dossier
    assert "letter.pdf" in dossier
    attached = surgery.scoping_returns.get().files.first().document
    taken = desk.get(f"{surgery.get_absolute_url()}files/{attached.pk}/")
    assert b"".join(taken.streaming_content)
    assert AuditEvent.objects.filter(event="reply.settled").count() == 2


def test_a_bad_file_is_named_with_its_reason_and_the_others_are_taken_in(desk, review, police):
    program, page = file(b"MZ\x90\x00\x03\x00", "run.exe"), file(b"<p>Nil return.</p>", "13.eml")
    files = [file(mail()), program, file(b"MZ said nil", "15.exe"), page, file(b"", "empty.eml")]
    page = shown(desk.post(at(review, "add"), {"dropped": files}))
    assert "run.exe: This is a program" in page
    assert "15.exe: The name of this file ends in .exe" in page
    assert "13.eml: The name of this file ends in .eml, as that of an email (.eml) does" in page
    assert "empty.eml: This file is empty." in page
    assert "1 file is taken in." in page
    link = page.partition("1 file is taken in.")[2].partition("</a>")[0]
    assert f'href="{at(review)}"' in link
    assert "Confirm what was taken in" in link
    assert review.replies.count() == 1
    assert AuditEvent.objects.filter(event="document.refused").count() == 4


def test_the_same_file_is_recognised_and_no_file_at_all_is_said(desk, review, police):
    desk.post(at(review, "add"), {"dropped": [file(mail())]})
    page = shown(
        desk.post(at(review, "add"), {"dropped": [file(mail(), "again.eml")]}, follow=True)
    )
    assert "1 was here already." in page
    assert review.replies.count() == Document.objects.count() == 1
    assert "Choose at least one file" in shown(desk.post(at(review, "add"), {}))


def test_what_lacks_something_comes_back_and_the_rest_is_recorded(desk, review, police, surgery):
    good = IncomingReplyFactory(review=review, read_part=police)
    nobody = IncomingReplyFactory(review=review, read_part=None)
    early = IncomingReplyFactory(review=review, read_part=surgery, given_on=date(2026, 1, 5))
    unclear = IncomingReplyFactory(review=review, read_part=surgery, read_kind=ReplyKind.UNCLEAR)
    dateless = IncomingReplyFactory(review=review, read_part=surgery)
    undated = {f"reply-{dateless.pk}-given_on_{part}": "" for part in ("day", "month", "year")}
    sending = {**sent(good), **sent(nobody), **sent(early), **sent(unclear, kind="")}
    page = shown(desk.post(at(review, "confirm"), {**sending, **sent(dateless), **undated}))

    assert "1 reply is recorded." in page
    assert "Choose the agency it comes from" in page
    assert "This day comes before the letter was sent" in page
    assert "Say what kind of reply it is" in page
    assert "Enter the day of the reply" in page
    assert ScopingReturn.objects.get().involvement == police
    again = sent(early, unusual_reason="They wrote unasked.")
    assert desk.post(at(review, "confirm"), again).status_code == 302
    assert surgery.scoping_returns.get().unusual_reason == "They wrote unasked."


def test_the_summary_says_which_reply_lacks_what(desk, review, police, surgery):
    one = IncomingReplyFactory(review=review, read_part=None, document__original_name="14.eml")
    two = IncomingReplyFactory(
        review=review, read_part=None, sender="", sender_address="", document__original_name="2.pdf"
    )
    late = IncomingReplyFactory(review=review, read_part=police, given_on=date(2026, 3, 1))
    done = IncomingReplyFactory(review=review, read_part=surgery, read_at=None)
    sending = {**sent(one), **sent(two), **sent(late), **sent(done)}
    page = shown(desk.post(at(review, "confirm"), sending))
    summary = page.partition("govuk-error-summary")[2].partition("</ul>")[0]
    target = f'href="#id_reply-{one.pk}-part"'
    assert f"<a {target}>Ines Records (14.eml): Choose the agency it comes from" in summary
    assert "2.pdf: Choose the agency it comes from" in summary
    name = late.document.original_name
    assert f"Ines Records ({name}): The day must be today or in the past" in summary
    assert f'<a href="#reply-{done.pk}">Ines Records' in summary


@pytest.mark.parametrize("kind", ReplyKind)
def test_every_kind_can_be_confirmed_and_counts_as_what_it_is(desk, review, police, kind):
    reply = IncomingReplyFactory(review=review, read_part=police)
    desk.post(at(review, "confirm"), sent(reply, kind=kind))
    reply.refresh_from_db()
    assert reply.settled_as == ("" if kind == ReplyKind.UNCLEAR else kind)
    made = [one.return_kind for one in ScopingReturn.objects.all()]
    assert made == ([kind] if kind.is_answer else [])
    page = shown(desk.get(at(review)))
    assert ("Every agency that was asked has answered." in page) == kind.is_answer
    assert ("Kept with their agency" in page) == kind.is_beside
    assert ("Set aside" in page) == (kind == ReplyKind.ASIDE)


def test_what_was_set_aside_can_be_decided_anew_and_an_answer_cannot(desk, review, police):
    reply = IncomingReplyFactory(review=review, read_part=police)
    desk.post(at(review, "confirm"), sent(reply, kind=ReplyKind.ASIDE))
    desk.post(at(review, "bring-back", reply.pk))
    reply.refresh_from_db()
    assert not reply.is_settled
    desk.post(at(review, "confirm"), sent(reply))
    assert desk.post(at(review, "bring-back", reply.pk)).status_code == 403
    assert desk.post(at(review, "confirm"), sent(reply)).status_code == 302
    assert ScopingReturn.objects.count() == 1


def test_nothing_of_another_review_can_be_reached_or_named(desk, review, police):
    other = IncomingReplyFactory(beside=True, review=ReviewFactory(reference="TA-DHR-8"))
    assert desk.get(at(review, "file", other.pk, other.document_id)).status_code == 404
    assert desk.post(at(review, "bring-back", other.pk)).status_code == 404
    mine = IncomingReplyFactory(review=review, read_part=police)
    assert desk.get(at(review, "file", mine.pk, other.document_id)).status_code == 404
    elsewhere = AgencyInvolvementFactory(review=other.review)
    page = shown(desk.post(at(review, "confirm"), sent(mine, part=elsewhere.pk)))
    assert "Choose the agency it comes from" in page
    desk.post(at(review, "add"), {"dropped": [file(mail(subject="RE: TA-DHR-8"))]})
    last = review.replies.last()
    assert not last.is_sure
    assert "It gives another reference than that of this review." in last.reasons


def test_what_is_left_to_chase_stands_at_the_end(desk, review, police, surgery):
    away = IncomingReplyFactory(review=review, read_part=surgery)
    desk.post(at(review, "confirm"), sent(away, kind=ReplyKind.AUTOMATIC))
    nil = IncomingReplyFactory(review=review, read_part=police)
    desk.post(at(review, "confirm"), sent(nil))
    page = shown(desk.get(at(review)))
    assert "1 agency has not answered" in page
    assert f'name="part" id="chase-{surgery.pk}" value="{surgery.pk}">' in page  # not ticked
    assert "Automatic reply, 19 January 2026" in page
    assert "Nil returns that do not say what was searched" in page
    chasing = desk.get(f"/reviews/{review.reference}/agencies/remind/?part={surgery.pk}")
    assert "Mill Lane Surgery" in shown(chasing)


def test_a_page_of_many_replies_asks_the_database_as_often_as_one_of_few(
    desk, review, police, django_assert_max_num_queries
):
    for _ in range(3):
        IncomingReplyFactory(review=review, read_part=police)
    with django_assert_max_num_queries(17):  # two of them the savepoints of a test
        desk.get(at(review))
    for number in range(40):
        IncomingReplyFactory(
            review=review, read_part=AgencyInvolvementFactory(review=review), beside=number % 4 == 0
        )
    with django_assert_max_num_queries(17):
        desk.get(at(review))


def test_a_password_opens_a_file_that_has_one(desk, review, police):
    locked = samples.pdf(password="secret")
    page = shown(desk.post(at(review, "add"), {"dropped": [file(locked, "Tarnshire Police.pdf")]}))
    assert "opens only with a password" in page
    sending = {"dropped": [file(locked, "Tarnshire Police.pdf")], "dropped_password": "secret"}
    assert desk.post(at(review, "add"), sending).status_code == 302
    assert IncomingReply.objects.get().document.arrived_protected
