"""A long invented report, for what must survive a way there and back."""

from reports.models import SectionKind

SENTENCE = (
    "The officers went to the house on a wet evening, asked how everybody was, wrote down what "
    "Jonas said and did not speak with Maris alone, which their own guidance asks for. "
)
ARABIC = (
    "\u0642\u0627\u0644\u062a \u0645\u0627\u0631\u064a\u0633: "
    "\u0644\u0645 \u064a\u0633\u0623\u0644\u0646\u064a \u0623\u062d\u062f"
)
HEBREW = "\u05d0\u05d9\u05e9 \u05dc\u05d0 \u05e9\u05d0\u05dc"


def section_text(number, *, notes=5, length=14):
    """Return a section with everything that the markup has. notes: how many it has."""
    called = [
        f"{SENTENCE * 4}This was in the notes of the day.[^{one}] {SENTENCE * 3}"
        for one in range(1, notes + 1)
    ]
    plain = [SENTENCE * 6 for _ in range(length - notes)]
    said = "\n".join(
        f"[^{one}]: Notes of contact {number}.{one}, page {one}." for one in range(1, notes + 1)
    )
    table = (
        f"Table: Calls of year {number} {{#calls-{number}}}\n"
        "| Month | Who | What was said |\n| --- | --- | --- |\n"
        "| March | a neighbour | \u201cIt is loud \\| again\u201d |\n"
        f"| May | {ARABIC} |  |"
    )
    blocks = [
        f"## What was known in year {number} {{#known-{number}}}",
        *called,
        "- the police, who came twice\n- the housing officer\n- her doctor\u2019s surgery",
        "### Calls",
        f"As [@known-{number}] says, three calls came in one week:",
        "1. on a Monday\n2. at night\n3. from a neighbour",
        table,
        f"> {ARABIC}\n>\n> Nobody asked what I wanted.",
        f"Her mother wrote {HEBREW} on the card, and (it was read) nobody answered.",
        ARABIC,
        "\\- a dash at the start is a dash",
        *plain,
    ]
    return "\n\n".join([*(one.strip() for one in blocks), said])


def long_texts(*, notes=100):
    """Return texts by section, with this many footnotes in all: some sixty pages."""
    kinds = [kind for kind in SectionKind if kind != SectionKind.GLOSSARY][:20]
    each, over = divmod(notes, len(kinds))
    return {
        kind: section_text(number, notes=each + (number <= over), length=14)
        for number, kind in enumerate(kinds, 1)
    }
