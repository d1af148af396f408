"""How well kinds are read, printed into docs/replies.md: the document says what is so."""

import os
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from replies.models import ReplyKind
from tests.replies.conftest import asked
from tests.replies.labelled import labelled
from tests.replies.mails import eml

DOC = Path(settings.BASE_DIR) / "docs" / "replies.md"
BEGINS = "<!-- printed by tests/replies/test_measure.py -->\n"
NIL = ReplyKind.NIL
SAMPLES = {
    "measured_by": "Kept aside: none of the phrases was mended by these",
    "mended_by": "By which the phrases were mended",
    "misleading_kept": "Misleading, kept aside: nothing was mended by these",
    "misleading_mended": "Misleading: by these the reading of mixed replies was mended",
}


def printed(heading, replies):
    """Return a heading and a table of precision and recall by kind."""
    about, read = Counter(x.about for x, _ in replies), Counter(r.read_kind for _, r in replies)
    right = Counter(x.about for x, r in replies if x.about == r.read_kind)
    sure = [(x, r) for x, r in replies if r.is_sure]
    wrong = sum(x.about != r.read_kind or x.body != str(r.read_part.agency) for x, r in sure)
    body = sum(r.read_part is not None and x.body == str(r.read_part.agency) for x, r in replies)
    rows = [
        f"| {kind.label} | {about[kind]} | {percent(right[kind], read[kind])} | "
        f"{percent(right[kind], about[kind])} |"
        for kind in ReplyKind
        if about[kind] or read[kind]
    ]
    return "\n".join(
        [
            f"## {heading}",
            "",
            (
                f"{len(replies)} replies: kind right in {right.total()}, agency right in {body}. "
                f"Ticked: {len(sure)}, of which wrong in kind or agency: {wrong}."
            ),
            "",
            "| Kind | Replies | Precision | Recall |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )


def percent(part, whole):
    return f"{100 * part / whole:.0f}%" if whole else "–"


@pytest.mark.slow
@pytest.mark.django_db
def test_the_document_says_how_well_kinds_are_read(review, drop):
    samples = {name: labelled(name) for name in SAMPLES}
    for body in sorted({one.body for rows in samples.values() for one in rows}):
        asked(review, body)
    read = {
        name: [(one, drop(eml(one.sent))) for one in rows if one.about]
        for name, rows in samples.items()
    }
    words = "\n".join(printed(SAMPLES[name], rows) for name, rows in read.items())
    if os.environ.get("PRINT_DOCS"):
        DOC.write_text(DOC.read_text().partition(BEGINS)[0] + BEGINS + words)
    assert DOC.read_text().partition(BEGINS)[2] == words
    assert sum(map(len, samples.values())) >= 60
    for rows in read.values():
        ticked_wrong = [one.body for one, r in rows if r.is_sure and one.about != r.read_kind]
        assert ticked_wrong == []
        taken_for_nil = [one.body for one, r in rows if r.read_kind == NIL and one.about != NIL]
        assert taken_for_nil == []
