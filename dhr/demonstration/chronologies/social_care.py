"""Wychmere Adult Social Care: a Word table, persons by number. Not sent yet."""

from dhr.demonstration.chronologies.chronology import Chronology, Table
from dhr.demonstration.chronologies.days import before, full, week

on = full.in_office_hours

ROWS = (
    (
        before(1150),
        "Case system",
        "Person 44-1907 (Mrs Fallowdene) not known to the service.",
        "",
        "",
    ),
    (
        on(1149),
        "Case system",
        (
            "Occupational therapy assessment at home. Husband present. Needs help to wash and to "
            "transfer."
        ),
        "Equipment ordered. Care at home declined by the husband.",
        "She was not asked alone.",
    ),
    (
        on(1146),
        "Case system",
        "Carer's assessment of the husband. He said that he needs nobody.",
        "Carer's leaflet posted.",
        "",
    ),
    (
        on(733),
        "Safeguarding inbox",
        ("Safeguarding adult concern received from the hospital. The form is dated a week before."),
        "Read by the duty worker. Thought to be a police matter.",
        "No call to the adult. The meaning of care withheld was not considered.",
    ),
    (
        on(727),
        "Safeguarding inbox",
        "Concern closed: the adult is safe with her sister.",
        "No letter to the hospital.",
        "",
    ),
    (
        week(716),
        "MARAC minutes",
        "Action from MARAC: assess her care, so that she need not depend on him.",
        "Allocated to a worker on leave.",
        "",
    ),
    (
        on(660),
        "Case system",
        "Assessment visit. Husband opened the door and said that the request was a mistake.",
        "Recorded as declined.",
        "He was on the list of those who must not know of the visit.",
    ),
    (
        on(400),
        "Hospital discharge desk",
        "Discharge plan from the neurology ward: husband is the carer.",
        "No package asked for.",
        "",
    ),
    (
        on(218),
        "Contact centre",
        "Sister of Person 44-1907 asked what care there would be if she moved in with her.",
        "Told that an assessment takes 28 days. Form posted to the flat.",
        "A form in the post told him of the plan, or might have.",
    ),
)

CHRONOLOGY = Chronology(
    agency="Wychmere Adult Social Care",
    file_name="Adult social care chronology.docx",
    about=("Wychmere Adult Social Care: chronology for the review, prepared from two systems",),
    tables=(
        Table(
            headings=(
                "Date of event",
                "Source of information",
                "Details of event",
                "Action taken",
                "Analysis",
            ),
            widths=(3, 4, 9, 6, 5),
            rows=ROWS,
        ),
    ),
    entries=9,
)
