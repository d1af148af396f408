"""Emails as programs write them, whole and broken, and what is taken out of them."""

from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest

from replies.models import ReplyKind
from replies.readers.eml import read_eml
from replies.readers.gist import gist_of
from replies.readers.html_words import words_of
from replies.readers.mail import TNEF, WINMAIL, CannotReadMail
from replies.readers.msg import INSIDE, read_msg
from replies.readers.own_words import written_in
from replies.readers.papers import dated, words_of_paper
from replies.readers.saying import Said, read_kind, read_search
from tests.replies.mails import PNG, Sent, eml, word
from tests.replies.outlook import msg

OURS = frozenset({"reviews@dhr.example", "ola@csp.example"})


def raw(*lines, body="We have no trace of either person."):
    return "\r\n".join([*lines, "", body]).encode("latin-1")


def test_an_email_says_who_wrote_what_and_when():
    sent = Sent(
        name="Zoë Records",
        address="Zoe@Alder.example",
        subject="RE: REF",
        body="No trace.",
        date="Tue, 20 Jan 2026 23:30:00 -0500",
        headers={"In-Reply-To": "<1@dhr.example>", "References": "<0@dhr.example>"},
    )
    mail = read_eml(eml(sent))
    assert (mail.name, mail.address) == ("Zoë Records", "zoe@alder.example")
    assert mail.sent_on == date(2026, 1, 21)  # in London
    assert mail.answers_to == ("<1@dhr.example>", "<0@dhr.example>")
    assert gist_of(mail, ours=OURS).words == "No trace."


@pytest.mark.parametrize(
    ("content", "subject", "words"),
    [
        (raw("Subject: =?utf-8?B?UsOpcG9uc2U=?= =?utf-8?Q?_caf=C3=A9?=", "From: a@b.example"),
         "Réponse café", "We have no trace of either person."),
        (raw("From: a@b.example", "Content-Type: text/plain; charset=iso-8859-1",
             body="Caf\xe9 Noir: no record of either."), "", "Café Noir: no record of either."),
        (raw("From: a@b.example", "Content-Type: text/plain; charset=no-such",
             body="Caf\xe9 Noir: no record of either."), "", "Café Noir: no record of either."),
        (raw("From: a@b.example", "Content-Type: text/html; charset=utf-8",
             body="<style>p{}</style><p>No record&nbsp;here.</p><br><blockquote>Ours</blockquote>"),
         "", "No record here.\n> Ours"),
        (raw("From: broken <<a@@b", "Date: the day after", "Subject: =?bad?Q?"), "=?bad?Q?",
         "We have no trace of either person."),
    ],
)  # fmt: skip
def test_whatever_letters_it_is_written_in_its_words_are_read(content, subject, words):
    mail = read_eml(content)
    assert mail.subject == subject
    assert mail.text.strip() == words
    assert mail.sent_on is None


def test_files_are_told_from_logos_and_what_cannot_be_opened_is_said():
    made = EmailMessage()
    made["From"] = "a@b.example"
    made.set_content("See what is attached to this email.")
    made.add_attachment(word("x"), maintype="application", subtype="msword", filename="a.docx")
    made.add_attachment(
        TNEF + b"x", maintype="application", subtype="ms-tnef", filename="winmail.dat"
    )
    made.add_attachment(PNG, maintype="image", subtype="png", filename="logo.png",
                        cid="<logo>", disposition="inline")  # fmt: skip
    made.add_attachment(PNG, maintype="image", subtype="png", filename="scan.png")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "b@alder.example", "Our answer"
    inner.set_content("We have no trace of either person.")
    made.add_attachment(inner)
    mail = read_eml(made.as_bytes())
    kept = [piece.name for piece in mail.pieces if not piece.is_shown]
    assert kept == ["a.docx", "scan.png", "Our answer.eml"]
    assert mail.left_out == (("winmail.dat", WINMAIL),)
    assert mail.inside[0].address == "b@alder.example"


def test_an_outlook_email_is_read_like_any_other():
    content = msg(
        subject="RE: TA-DHR-7",
        body="We have no trace of either person.",
        name="Deb",
        address="mill.lane@nhs.net",
        sent=datetime(2026, 1, 20, 10, tzinfo=UTC),
        headers="In-Reply-To: <1@dhr.example>\r\nAuto-Submitted: auto-replied\r\n",
        files=(("notes.txt", b"words" * 2000), ("inner.msg", b""), ("winmail.dat", b"x")),
    )
    mail = read_msg(content)
    assert (mail.name, mail.address) == ("Deb", "mill.lane@nhs.net")
    assert (mail.subject, mail.sent_on) == ("RE: TA-DHR-7", date(2026, 1, 20))
    assert (mail.answers_to, mail.is_automatic) == (("<1@dhr.example>",), True)
    assert mail.text == "We have no trace of either person."
    assert [(one.name, len(one.content)) for one in mail.pieces] == [("notes.txt", 10_000)]
    assert mail.left_out == (("inner.msg", INSIDE), ("winmail.dat", WINMAIL))
    with pytest.raises(CannotReadMail, match="damaged"):
        read_msg(content[:600])


FORWARDED = """{own}

From: Ines Okoro <ines@alder.example>
Sent: 19 January 2026 12:00
To: Ola Farrow <ola@csp.example>
Subject: Our search

We have no trace of either person.

Kind regards
Ines, Alder Trust
"""


@pytest.mark.parametrize(
    ("own", "sender", "counts"),
    [
        ("FYI", "colleague@csp.example", "ines@alder.example"),
        ("Ola, this came while you were away.", "ola@csp.example", "ines@alder.example"),
        ("She was known to us after all.", "head@alder.example", "head@alder.example"),
    ],
)  # fmt: skip
def test_what_is_only_passed_on_counts_as_the_words_of_who_wrote_it(own, sender, counts):
    sent = Sent(address=sender, subject="FW: x", body=FORWARDED.format(own=own), style="bare")
    gist = gist_of(read_eml(eml(sent)), ours=OURS)
    assert gist.address == counts
    assert bool(gist.passed_on) == (counts != sender)
    if gist.passed_on:
        assert gist.words == "We have no trace of either person."


def test_an_email_passed_on_as_a_file_is_read_in_its_place():
    made, inner = EmailMessage(), EmailMessage()
    made["From"], made["Subject"] = "ola@csp.example", "FW"
    made.set_content("See attached")
    inner["From"], inner["Date"] = "ines@alder.example", "Mon, 19 Jan 2026 12:00:00 +0000"
    inner.set_content("We have no trace of either person.")
    made.add_attachment(inner)
    gist = gist_of(read_eml(made.as_bytes()), ours=OURS)
    assert (gist.address, gist.by) == ("ines@alder.example", "ola@csp.example")
    assert gist.sent_on == date(2026, 1, 19)


def test_small_print_and_warnings_are_nobodys_words():
    written = written_in(
        "CAUTION: this email came from outside.\n[EXTERNAL]\nNo trace.\n\nKind regards\nDeb\n"
        "This email and any attachments are confidential.\nDo not disclose."
    )
    assert (written.own, written.signature) == ("No trace.", "Kind regards\nDeb")


def test_a_mail_server_says_whom_it_could_not_reach():
    lines = [
        'Content-Type: multipart/report; report-type=delivery-status; boundary="x"',
        "From: MAILER-DAEMON@csp.example", "", "--x", "Content-Type: text/plain", "",
        "It could not be delivered.", "--x", "Content-Type: message/delivery-status", "",
        "Reporting-MTA: dns; mail.example", "",
        "Final-Recipient: rfc822; Box@Alder.example", "Status: 5.1.1", "", "--x--", "",
    ]  # fmt: skip
    mail = read_eml("\r\n".join(lines).encode())
    assert mail.is_bounce
    assert mail.about == ("box@alder.example",)
    assert read_kind(Said(words=mail.text, is_bounce=True)).kind == ReplyKind.BOUNCED


def test_a_search_is_told_in_the_agencys_own_sentences():
    said = "No trace. We searched Niche under both surnames. Checks made by Ann Clerk."
    found = read_search(said)
    assert found.searched_in == found.searched_for == "We searched Niche under both surnames."
    assert found.searched_by == "Ann Clerk"
    assert read_search("Nil return.").searched_in == ""


def test_a_letter_on_paper_is_read_as_far_as_it_has_words():
    assert words_of_paper("DOCX", word("Dated 9th January 2026")) == "Dated 9th January 2026"
    assert words_of_paper("DOCX", b"PK broken") == words_of_paper("PDF", b"%PDF broken") == ""
    assert words_of_paper("TXT", "Café".encode("cp1252")) == "Café"
    assert words_of_paper("PNG", PNG) == ""
    assert dated("31 February 2026, then 9th January 2026") == date(2026, 1, 9)
    assert dated("On 09/01/2026") == date(2026, 1, 9)
    assert dated("No day") is None


def test_html_that_is_not_closed_is_read_as_far_as_it_goes():
    assert words_of("<table><tr><td>A<td>B</tr><p>C</blockquote></style>D") == "A B\nC\nD"
