"""Five more files, written after the reader was done; the fifth after chronologies were mended."""

from tests.agencyfiles.sample import (
    FACTS,
    GOOD,
    LEARN,
    MISSED,
    REC,
    RECORDS,
    STAFF,
    TABLE,
    TAKEN,
    Sample,
)

PLAIN = Sample(
    "Held back: questions as headings",
    [
        ("title", "Report to the review panel"),
        ("p", "From: Nettle Valley Fire and Rescue"),
        ("p", "Author: Ash Corrie, watch manager"),
        ("h1", "Which records did we read?"),
        ("p", "Home safety visit forms."),
        ("h1", "What did we find?"),
        ("p", "Two visits were made."),
        ("h1", "What did we do well?"),
        ("b", "The second visit was made within a week."),
        ("h1", "What will we change?"),
        ("n", "Ask who smokes and who does not."),
    ],
    front={"agency": "Nettle Valley Fire and Rescue", "author": "Ash Corrie, watch manager"},
    parts={RECORDS: ["Home safety"], FACTS: ["Two visits"]},
    points={GOOD: ["The second visit"], REC: ["Ask who smokes"]},
)  # fmt: skip

COMMISSIONED = Sample(
    "Held back: document control table, sub-sections in the recommendations",
    [
        ("h1", "Document control"),
        (TABLE, [["Organisation name", "Otter Community Health"],
                 ["IMR author", "Fay Lorne"], ["Designation", "Lead midwife"],
                 ["Executive sponsor", "Hal Prime"], ["Date signed off", "4 October 2025"]]),
        ("h1", "2. Scope and methodology"),
        ("p", "Maternity notes were read."),
        ("h1", "3. Staff spoken to"),
        ("p", "Three midwives."),
        ("h1", "4. Summary of agency contact"),
        ("p", "Eight appointments were kept."),
        ("h1", "5. Recommendations"),
        ("h2", "5.1 For our own agency"),
        ("b", "Ask at each appointment, not at the first alone."),
        ("h2", "5.2 For the partnership"),
        ("b", "Agree one form."),
    ],
    front={"agency": "Otter Community Health", "author": "Fay Lorne, Lead midwife",
           "signed_off_on": "4 October 2025"},
    parts={RECORDS: ["Maternity notes"], STAFF: ["Three midwives"], FACTS: ["Eight appointments"]},
    points={REC: ["Ask at each", "Agree one"]},
)  # fmt: skip

TWO_LANGUAGES = Sample(
    "Held back: both languages in one heading",
    [
        ("bold", "ADOLYGIAD RHEOLI UNIGOL / INDIVIDUAL MANAGEMENT REVIEW"),
        ("p", "Asiantaeth / Agency: Cyngor Penllwyn"),
        ("p", "Awdur / Author: Eira Voyle"),
        ("bold", "Methodoleg / Methodology"),
        ("p", "Darllenwyd y ffeiliau."),
        ("bold", "Arfer da / Good practice"),
        ("p", "Gofynnwyd eto."),
        ("bold", "Argymhellion / Recommendations"),
        ("p", "1. Gofyn bob tro."),
    ],
    front={"agency": "Cyngor Penllwyn", "author": "Eira Voyle"},
    parts={RECORDS: ["Darllenwyd"]},
    points={GOOD: ["Gofynnwyd eto"], REC: ["Gofyn bob"]},
)  # fmt: skip

MATRIX = Sample(
    "Held back: learning and recommendation side by side in one table",
    [
        ("title", "IMR"),
        (TABLE, [["Agency", "Plover Sexual Health"], ["Author", "Ike Dunn"]]),
        ("h1", "Methodology"),
        ("p", "The clinic’s records were read."),
        ("h1", "Analysis of practice"),
        ("p", "Practice was uneven."),
        ("h1", "Missed opportunities"),
        ("n", "No interpreter was booked."),
        ("h1", "Learning and recommendations"),
        (TABLE, [["Learning", "Recommendation", "Lead", "Timescale"],
                 ["Interpreters are late.", "Book an interpreter with the appointment.",
                  "Clinic manager", "January 2026"]]),
        ("h1", "Actions taken since"),
        (TABLE, [["Action", "Date"], ["A booking line was opened.", "1 October 2025"]]),
    ],
    front={"agency": "Plover Sexual Health", "author": "Ike Dunn"},
    parts={RECORDS: ["The clinic’s"]},
    points={MISSED: ["No interpreter"], LEARN: ["Interpreters are"],
            REC: ["Book an interpreter"], TAKEN: ["A booking line"]},
    left=["Practice was uneven"],
)  # fmt: skip

LOG = Sample(
    "Held back: a log of when and what, responses beside it, a plan with dates alone",
    [
        ("title", "Agency review"),
        (TABLE, [["Organisation", "Siskin Mental Health Trust"], ["Written by", "Lou Pell"]]),
        ("h1", "Key contacts with our service"),
        (TABLE, [["When", "What was recorded", "Our response", "Analysis"],
                 ["3 January 2024", "He was low and slept ill.", "Tablets", "Not asked of home."],
                 ["9 January 2024", "His wife rang the crisis line.", "None", "A chance."]]),
        ("h1", "Proposed actions"),
        (TABLE, [["Date", "Action", "Lead"], ["31/05/2026", "Ring carers back.", "Team leader"]]),
    ],
    front={"agency": "Siskin Mental Health Trust", "author": "Lou Pell"},
    points={REC: ["Ring carers back"]},
    rows=2,
)  # fmt: skip

HELD_BACK = [PLAIN, COMMISSIONED, TWO_LANGUAGES, MATRIX, LOG]
