"""The review's own template: its columns, and the worked example that is never an entry."""

from chronologies.readers.columns import Column

COLUMNS = (
    Column.DATE,
    Column.TIME,
    Column.SEQUENCE,
    Column.SOURCE,
    Column.SUBJECTS,
    Column.PRESENT,
    Column.LOCATION,
    Column.WHAT_HAPPENED,
    Column.ACTION_TAKEN,
    Column.DECISION,
    Column.CHILD_SEEN,
    Column.SEEN_ALONE,
    Column.DISCLOSURE,
    Column.RISK_ASSESSMENT,
    Column.REFERRAL,
    Column.COMMENT,
    Column.SIGNIFICANCE,
    Column.ENQUIRY,
)

# A row with exactly these words is the example, wherever it is left. Changed, it is an entry.
EXAMPLE_WORDS = (
    (
        "EXAMPLE, left out when the file is read. Ms Bluebell told the nurse that her partner, "
        "Mr Thistle, had taken her telephone. She was given a card with the helpline's number."
    ),
    (
        "EXAMPLE, left out when the file is read. A letter about arrears was sent to Ms Bluebell. "
        "The record does not say whether anybody answered."
    ),
)


def is_example(words: str) -> bool:
    return " ".join(words.split()) in EXAMPLE_WORDS
