"""Read a dropped file: what it says, what it is, and which agency of its review it comes from."""

import re
from collections.abc import Iterable
from datetime import datetime

from django.core.files.base import ContentFile
from django.utils.timezone import localdate

from agencies.models import User
from documents import intake
from documents.kinds import CORRESPONDENCE, DocumentKind
from documents.models import Document
from replies.models import IncomingFile, IncomingReply, ReplyKind
from replies.queries.matching import Known
from replies.readers.bodies import Traces, find_body
from replies.readers.eml import read_eml
from replies.readers.gist import gist_of
from replies.readers.mail import CannotReadMail, Mail, Piece
from replies.readers.msg import read_msg
from replies.readers.papers import dated, words_of_paper
from replies.readers.saying import Said, read_kind, read_search

K = DocumentKind
EMAILS = {K.EML: read_eml, K.MSG: read_msg}
ATTACHED = CORRESPONDENCE | {K.XLSX, K.CSV, K.ODT, K.ODS}
MOST_FILES = 100
LONGEST = 20_000  # letters of a reply's own words
LONGEST_ID = 255
LOGO = re.compile(r"(?:image\d+|logo|\w*banner|signature)\b.*\.(?:png|jpe?g)$", re.I)
TOO_MANY = f"It is beyond the first {MOST_FILES} files of this email, and stays in the email."
ANOTHER_REVIEW = "It gives another reference than that of this review."
NO_DAY = "It does not say of which day it is."
TO_COME = "It is dated on a day that is still to come."
BEFORE_LETTER = "It is dated before our letter to this agency."
HERE_ALREADY = "The same email is here already, saved another time."


def read(reply: IncomingReply, *, known: Known, by: User, at: datetime) -> None:
    """
    Read one file and note what is made of it. Its attachments are kept as files of their own.

    Raises FileNotOpen where it waits to be checked for malware.
    """
    with reply.document.open() as stored:
        content = stored.read()
    kind = K(reply.document.kind)
    if kind in EMAILS:
        try:
            of_email(reply, EMAILS[kind](content), known=known, by=by, at=at)
        except CannotReadMail as fault:
            reply.why = f"{fault} Look at the file and say what it is."
    else:
        of_paper(reply, words_of_paper(kind, content), known=known)
    reply.read_at = at
    reply.save()


def of_email(reply: IncomingReply, mail: Mail, *, known: Known, by: User, at: datetime) -> None:
    gist = gist_of(mail, ours=known.ours)
    reply.is_email = True
    reply.message_id = mail.message_id[:LONGEST_ID]
    reply.sender, reply.sender_address = gist.name, gist.address
    reply.subject, reply.given_on = gist.subject, gist.sent_on
    kept = keep_files(reply, everything_in(mail), left_out=mail.left_out, by=by, at=at)
    papers = {
        one.original_name: words_of_paper(one.kind, content) if one.is_open else ""
        for one, content in kept
    }
    attached = "\n".join(papers.values())
    said = Said(
        subject=gist.subject or mail.subject,
        address=mail.address,
        words=gist.words,
        signature=gist.signature,
        below=gist.below,
        attached_words=attached,
        file_names=[one.original_name for one, _ in kept],
        unread_files=[name for name, words in papers.items() if not words and not is_logo(name)],
        is_automatic=mail.is_automatic and not gist.passed_on,
        is_bounce=mail.is_bounce,
    )
    traces = Traces(
        addresses=[gist.address] if gist.address else [],
        answers_to=mail.answers_to + gist.answers_to,
        about=unreached(mail, known) if read_kind(said).kind == ReplyKind.BOUNCED else (),
        places={
            "sender": gist.name,
            "signature": gist.signature,
            "subject": gist.subject,
            "words": gist.words,
            "attached": attached[:LONGEST],
            "file": " ".join([reply.document.original_name, *said.file_names]),
        },
    )
    conclude(reply, said, traces, known=known, more=list(filter(None, [gist.passed_on])))
    if is_here_already(reply):
        doubt(reply, HERE_ALREADY)


def is_logo(name: str) -> bool:
    """Test whether a file is called as programs call the pictures of a signature."""
    return bool(LOGO.match(name))


def everything_in(mail: Mail) -> list[Piece]:
    """Return the files of an email, and those of the emails attached to it."""
    return [*mail.pieces, *(piece for one in mail.inside for piece in one.pieces)]


def unreached(mail: Mail, known: Known) -> tuple[str, ...]:
    """Return whom a returned email could not reach, from its status or the words of its server."""
    if mail.about:
        return mail.about
    ours = {address for body in known.bodies for address in body.addresses}
    return tuple(address for address in ours if address in mail.text.lower())


def of_paper(reply: IncomingReply, words: str, *, known: Known) -> None:
    reply.given_on = dated(words)
    name = reply.document.original_name
    said = Said(words=words, file_names=[name])
    places = {"file": name.replace("_", " "), "words": words, "signature": words[:600]}
    conclude(reply, said, Traces(places=places), known=known, more=[])
    if not words.strip():
        reply.why = "\n".join(
            [*reply.reasons, "It is a picture or a table: its words cannot be read here."]
        )
        reply.is_sure = False


def conclude(
    reply: IncomingReply, said: Said, traces: Traces, *, known: Known, more: list[str]
) -> None:
    """Note the kind and the agency that the reply seems to be of, and every reason."""
    reading, match, search = read_kind(said), find_body(known.bodies, traces), None
    reply.words = said.words[:LONGEST]
    search = read_search(f"{said.words}\n{said.attached_words}")
    reply.searched_in, reply.searched_for = search.searched_in, search.searched_for
    reply.searched_by = search.searched_by
    reply.read_part_id, reply.read_kind = match.key, reading.kind
    reply.is_sure = match.is_sure and reading.is_sure
    reply.why = "\n".join([*match.why, *more, *reading.why])
    places = (traces.places.get(place, "") for place in ("subject", "words", "attached"))
    if any(known.names_another(text) for text in places):
        doubt(reply, ANOTHER_REVIEW)
    if reply.given_on is None:
        doubt(reply, NO_DAY)
    elif reply.given_on > localdate(reply.recorded_at):
        doubt(reply, TO_COME)
    elif match.key in known.sent_on and reply.given_on < known.sent_on[match.key]:  # type: ignore[operator]
        doubt(reply, BEFORE_LETTER)


def doubt(reply: IncomingReply, reason: str) -> None:
    reply.is_sure = False
    reply.why = "\n".join([*reply.reasons, reason])


def is_here_already(reply: IncomingReply) -> bool:
    same = IncomingReply.objects.filter(review_id=reply.review_id, message_id=reply.message_id)
    return bool(reply.message_id) and same.exclude(pk=reply.pk).exists()


def keep_files(
    reply: IncomingReply,
    pieces: Iterable[Piece],
    *,
    left_out: Iterable[tuple[str, str]],
    by: User,
    at: datetime,
) -> list[tuple[Document, bytes]]:
    """Take in what is attached, each by the same door as every file, and note what is not kept."""
    sent = [piece for piece in pieces if not piece.is_shown and piece.content]
    kept: list[tuple[Document, bytes]] = []
    rows: list[IncomingFile] = []
    for number, piece in enumerate(sent, start=1):
        row = IncomingFile(reply=reply, number=number, name=intake.plain_name(piece.name))
        if number > MOST_FILES:
            row.left_out = TOO_MANY
        else:
            try:
                row.document = receive(piece, reply, by=by, at=at)
                kept.append((row.document, piece.content))
            except intake.FileRefused as refusal:
                row.left_out = str(refusal)
        rows.append(row)
    for number, (name, words) in enumerate(left_out, start=len(rows) + 1):
        rows.append(
            IncomingFile(reply=reply, number=number, name=intake.plain_name(name), left_out=words)
        )
    IncomingFile.objects.bulk_create(rows)
    return kept


def receive(piece: Piece, reply: IncomingReply, *, by: User, at: datetime) -> Document:
    return intake.receive(
        ContentFile(piece.content, name=piece.name),
        accept=ATTACHED,
        by=by,
        at=at,
        review_ref=reply.review.reference,
    )
