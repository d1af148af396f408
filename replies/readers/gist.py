"""What of an email counts: its own words, or those of the email that somebody passed on in it."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from replies.readers.mail import Mail
from replies.readers.own_words import Written, written_in
from replies.readers.signs import OUR_WORDS
from replies.readers.signs import PASSED_ON as PASSED_ON_SUBJECT

ATTACHED_TO_IT = "It passes on an email that is attached to it, and that is what is read."
PASSED_ON = "It passes on an email, and that is what is read."


@dataclass(frozen=True, kw_only=True)
class Gist:
    """
    Who wrote what, on which day. below: what it quotes.

    passed_on: how, where it is another's words that count. by: the address of who passed it on.
    """

    name: str = ""
    address: str = ""
    subject: str = ""
    sent_on: date | None = None
    words: str = ""
    signature: str = ""
    below: str = ""
    answers_to: tuple[str, ...] = ()
    passed_on: str = ""
    by: str = ""


def gist_of(mail: Mail, *, ours: Set[str]) -> Gist:
    """
    Return what counts of an email.

    ours: the addresses that write for the partnership. What it passes on counts, what an agency
    passes on of ours does not.
    """
    written = written_in(mail.text)
    passes_on = written.says_nothing or mail.address in ours
    if passes_on and mail.inside and not mail.is_bounce:
        inner = gist_of(mail.inside[0], ours=ours)
        return Gist(
            **{
                **vars(inner),
                "sent_on": inner.sent_on or mail.sent_on,
                "answers_to": mail.answers_to + inner.answers_to,
                "passed_on": ATTACHED_TO_IT,
                "by": mail.address,
            }
        )
    is_forward = mail.address in ours or bool(PASSED_ON_SUBJECT.match(mail.subject))
    is_ours = written.from_address in ours or bool(OUR_WORDS.search(written.below))
    if passes_on and is_forward and written.from_address and not is_ours:
        return passed_on(mail, written)
    return Gist(
        name=mail.name,
        address=mail.address,
        subject=mail.subject,
        sent_on=mail.sent_on,
        words=written.own,
        signature=written.signature,
        below=written.below,
        answers_to=mail.answers_to,
    )


def passed_on(mail: Mail, written: Written) -> Gist:
    inner = written_in(written.below)
    return Gist(
        name=written.from_name,
        address=written.from_address,
        subject=written.subject or mail.subject,
        sent_on=mail.sent_on,
        words=inner.own,
        signature=inner.signature,
        below=inner.below,
        answers_to=mail.answers_to,
        passed_on=PASSED_ON,
        by=mail.address,
    )
