"""Three more files: tables whose heads fit a chronology and an action plan alike."""

from tests.agencyfiles.sample import FACTS, REC, RECORDS, TABLE, TAKEN, Sample

DATE_EVENT_ACTION = Sample(
    "Chronology of date, event and action; recommendations with days by which",
    [
        ("title", "IMR"),
        (TABLE, [["Agency", "Teal Hospitals NHS Trust"], ["Author", "Wyn Barr, matron"]]),
        ("h1", "1. Methodology"),
        ("p", "Two records were read."),
        ("h1", "2. Chronology"),
        (TABLE, [
            ["Date", "Event", "Action"],
            ["12/03/2023", "Ms Lark came with a broken wrist.", "X-ray, discharged"],
            ["31/02/2024", "Her mother rang the ward.", "None recorded"],
        ]),
        ("h1", "3. Recommendations"),
        (TABLE, [
            ["Recommendation", "Action", "Lead", "By when"],
            ["Ask how each wrist was broken.", "A question in the form", "Matron", "31/03/2026"],
            ["Write down who rings.", "A log by the telephone", "Ward clerk", "30/04/2026"],
        ]),
    ],
    front={"agency": "Teal Hospitals NHS Trust", "author": "Wyn Barr, matron"},
    parts={RECORDS: ["Two records"]},
    points={REC: ["Ask how each", "Write down who"]},
    rows=2,
)  # fmt: skip

CONTACTS = Sample(
    "Contacts under a heading of the agency’s own, a plan without the word recommendation",
    [
        ("p", "Agency: Heron Children’s Services"),
        ("p", "Author: Pia Stroud"),
        ("h1", "What we hold about the family"),
        (TABLE, [
            ["Date & time", "Contact", "Outcome", "Comment"],
            ["12/03/2023 14:10", "Telephone call to the duty desk", "No further action", ""],
            ["13/03/2023", "Home visit", "Advice given", "The child was not seen."],
            ["May 2023", "Letter from the school", "Filed", "It was not answered."],
        ]),
        ("h1", "What happened"),
        ("p", "Three contacts were made in all."),
        ("h1", "Action plan"),
        (TABLE, [
            ["No", "Action", "By when", "Outcome"],
            ["1", "See the child at each visit.", "31/03/2026", "Children are seen."],
        ]),
    ],
    front={"agency": "Heron Children’s Services", "author": "Pia Stroud"},
    parts={FACTS: ["Three contacts"]},
    points={REC: ["See the child"]},
    rows=3,
    left=[],
)  # fmt: skip

INCIDENTS = Sample(
    "Incidents in an appendix after the recommendations, actions taken with their days",
    [
        ("p", "Organisation: Plumstead Vale Police"),
        ("p", "Author: Ned Cole, review officer"),
        ("h1", "Recommendations"),
        (TABLE, [
            ["By when", "Recommendation", "Action"],
            ["31/03/2026", "Attend each second call.", "Guidance to call handlers"],
        ]),
        ("h1", "Actions taken since"),
        (TABLE, [["Action", "Date"], ["Guidance was given out.", "1 October 2025"]]),
        ("h1", "Appendix A"),
        (TABLE, [
            ["Date of incident", "Narrative", "Action taken"],
            ["12/03/2023", "A neighbour heard shouting.", "Officers came."],
            ["14/04/2023", "He was seen by the door.", "Words of advice"],
        ]),
        (TABLE, [
            ["Date", "What happened", "Action", "Lead"],
            ["2 May 2023", "She rang and hung up.", "Rung back once", "Call handler"],
        ]),
    ],
    front={"agency": "Plumstead Vale Police", "author": "Ned Cole, review officer"},
    points={REC: ["Attend each"], TAKEN: ["Guidance was"]},
    rows=3,
)  # fmt: skip

DATED = [DATE_EVENT_ACTION, CONTACTS, INCIDENTS]
