"""How much of a labelled file is read as its label says: found of all, and what was put wrongly."""

from collections import Counter

from agencyfiles.models import Front
from agencyfiles.readers.meaning import POINTS
from agencyfiles.readers.report import read_report
from tests.agencyfiles.sample import word_of

NAMES = {
    "front": "Lines of the front sheet",
    "parts": "Parts written in prose",
    "GOOD_PRACTICE": "Good practice",
    "MISSED_OPPORTUNITY": "Missed opportunities",
    "LEARNING": "Learning",
    "RECOMMENDATION": "Recommendations",
    "ACTION_TAKEN": "Actions already taken",
    "rows": "Rows of chronologies",
}


def judged(samples):
    """Return (what is right, what there is, what was put where it does not belong), by kind."""
    right, of, wrong = Counter(), Counter(), Counter()
    for sample in samples:
        read = read_report(word_of(sample.steps))
        for name, words in sample.front.items():
            of["front"] += 1
            right["front"] += read.said(Front(name)) == words
        said = {front.value for front in Front if read.said(front)}
        wrong["front"] += len(said - set(sample.front))
        for part, wordings in sample.parts.items():
            of["parts"] += len(wordings)
            right["parts"] += sum(begins(read.of(part), words) for words in wordings)
        for kind in sorted(POINTS):
            wanted = sample.points.get(kind, [])
            found = [begins(read.of(kind), words) for words in wanted]
            of[kind] += len(wanted)
            right[kind] += sum(found)
            wrong[kind] += len(read.of(kind)) - sum(found)
        of["rows"] += sample.rows
        right["rows"] += min(read.chronology_rows, sample.rows)
        wrong["rows"] += max(0, read.chronology_rows - sample.rows)
    return right, of, wrong


def begins(pieces, words):
    return any(piece.words.startswith(words) for piece in pieces)


def table(samples):
    """Return the rows of the table in docs/imr-files.md."""
    right, of, wrong = judged(samples)
    return [
        f"| {name} | {right[kind]} of {of[kind]} | {wrong[kind]} |"
        for kind, name in NAMES.items()
        if of[kind]
    ]
