"""What was recommended before: the published review, and two reports that an officer brought in."""

from datetime import date
from typing import Any

from agencies.models import CommunitySafetyPartnership
from dhr.demonstration import people
from dhr.demonstration.clock import Clock
from learning.models import Theme
from learning.operations import bringing_in
from learning.operations.bringing_in import Report
from learning.operations.gathering import gather_missing
from learning.operations.themes import give_themes, name_theme

ELSPETH = """Lessons learnt

• Her bank saw that she paid his debts, and nobody asked her about it.

Recommendations

1. Wychmere Council should put a question about safety into every letter on rent arrears.
2. The Wychmere hospital should train its reception staff to offer a room of one’s own.
3. All general practices should ask carers, alone, how they are looked after themselves.
"""
BRAM = """Recommendations

The panel thanks everybody who gave evidence.

Recommendation 1 (Calderwick Constabulary): Officers should ask older people, alone, about abuse
by their grown-up children.

Recommendation 2 (Adult social care): Carers’ assessments must ask about harm, in both directions.

Recommendation 3: The partnership should tell every agency once a year what was recommended.
"""
REPORTS = (
    (
        "Report into the death of Elspeth",
        7,
        ELSPETH,
        {"arrears": "rent arrears", "carers": "carers"},
    ),
    ("Report into the death of Bram", 4, BRAM, {"older": "older people", "Carers": "carer"}),
)


def add(partnership: CommunitySafetyPartnership, clock: Clock) -> None:
    """Gather what was published, and bring two reports in that nobody could have had otherwise."""
    acting: dict[str, Any] = {"by": people.user(people.OFFICER), "at": clock.now}
    gather_missing(at=clock.now)
    for title, years, words, themes in REPORTS:
        reading = bringing_in.read(
            place=partnership,
            report=Report(
                title=title,
                published_by=partnership.name,
                published_in=date(clock.today.year - years, 5, 1),
            ),
            document=None,
            pasted=words,
            today=clock.today,
            **acting,
        )
        past = bringing_in.record(reading=reading, today=clock.today, **acting)
        for sign, theme in themes.items():
            for lesson in past.lessons.filter(text__contains=sign):
                give_themes(lesson=lesson, words=[theme], today=clock.today, **acting)
    for made in Theme.objects.standing().filter(partnership=partnership):
        name_theme(theme=made, name=made.name, today=clock.today, **acting)
