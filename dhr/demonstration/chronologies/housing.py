"""Riverbank Housing Association: a workbook kept by hand, with two rows that need mending."""

from dhr.demonstration.chronologies.chronology import Chronology, Table
from dhr.demonstration.chronologies.days import early, no_such_day, short, week

on = short.in_office_hours
at_night = short

ROWS = (
    (
        "1",
        on(1815),
        "Tenancy file",
        "Mrs Fallowdene and Mr Garrick-Vane",
        "Joint tenancy of a second-floor flat began. One child in the household.",
        "Sign-up visit done.",
    ),
    (
        "2",
        on(1489),
        "Rent account",
        "Mr Garrick-Vane",
        "Arrears of £318. He said he had stopped work to care for his wife.",
        "Payment plan agreed with him. She was not spoken to.",
    ),
    (
        "3",
        on(1380),
        "Rent account",
        "Mr Garrick-Vane",
        "Plan broken. He asked that all letters come to his email address only.",
        "Changed on the system. Her consent is not on file.",
    ),
    (
        "4",
        on(1288),
        "Neighbour reports",
        "Neighbour",
        "Report of shouting and crying late at night at the flat above.",
        "Logged as noise. Diary sheets sent.",
    ),
    (
        "5",
        on(1262),
        "Neighbour reports",
        "Neighbour",
        "Diary sheets came back: nine entries, six of them a man's voice shouting at a woman.",
        "Letter to both tenants about noise.",
    ),
    (
        "6",
        week(1180),
        "Repairs",
        "Mr Garrick-Vane",
        ("Hole in the inside of the bathroom door. He said that his wife had fallen against it."),
        "Door replaced. Recharged to the tenants.",
    ),
    (
        "7",
        on(1120),
        "Adaptations",
        "Both tenants",
        "Occupational therapist's request for a level-access shower and grab rails.",
        "Put on the list.",
    ),
    (),
    (
        "8",
        on(905),
        "Neighbour reports",
        "Neighbour",
        "Neighbour worried that Mrs Fallowdene had not been seen for some weeks.",
        "Officer telephoned Mr Garrick-Vane, who said she was resting.",
    ),
    ("9", on(840), "Adaptations", "Both tenants", "Shower and rails fitted.", "Completed."),
    (
        "10",
        at_night(742),
        "Out of hours",
        "Neighbour",
        (
            "Neighbour said that she had taken Mrs Fallowdene to hospital and that the police "
            "were in the flat."
        ),
        "Message left for the housing officer.",
    ),
    (
        "11",
        on(738),
        "Housing officer's notes",
        "Mrs Fallowdene",
        (
            "First conversation with her alone in the tenancy. She asked whether the locks could "
            "be changed."
        ),
        "Told that both joint tenants have a right to a key.",
    ),
    (
        "12",
        no_such_day(719),
        "MARAC minutes",
        "Mrs Fallowdene",
        (
            "Minutes of the MARAC received with an action for the housing association: change the"
            " locks."
        ),
        "Minutes filed. The action was not raised as a job.",
    ),
    (
        "13",
        on(688),
        "Housing officer's notes",
        "Mr Garrick-Vane",
        "He called at the office for a new key fob.",
        "Given. The officer at the desk had not seen the minutes.",
    ),
    (
        "14",
        on(640),
        "Housing officer's notes",
        "Haven worker",
        "Haven asked about the locks. No job was found.",
        "Job raised as urgent.",
    ),
    (
        "15",
        on(585),
        "Repairs",
        "Mrs Fallowdene",
        "Locks changed.",
        "One set of keys handed to Mr Garrick-Vane, who opened the door to the contractor.",
    ),
    (
        "16",
        on(561),
        "Housing officer's notes",
        "Mrs Fallowdene",
        "Asked by telephone, whispering, for the tenancy in her own name.",
        "Told that she would need a court order. Not told of Housing Options.",
    ),
    (
        "17",
        early(470),
        "Housing officer's notes",
        "Beatrix Fallowdene",
        "Sister asked about a ground-floor flat near her for Mrs Fallowdene.",
        "",
    ),
    (
        "18",
        on(395),
        "Adaptations",
        "Mr Garrick-Vane",
        "Hospital's request for a hoist before discharge received.",
        "Delivered in the next week.",
    ),
    ("19", on(302), "Neighbour reports", "Neighbour", "", "Advised to ring the police if worried."),
    (
        "20",
        on(299),
        "Neighbour reports",
        "Both tenants",
        "Letter about noise sent to both tenants, the third.",
        "Warning given of action against the tenancy.",
    ),
    (),
    (
        "21",
        on(228),
        "Housing Options referral",
        "Mrs Fallowdene",
        "Haven asked for a step-free flat outside the area.",
        "Placed in the second band. None was free.",
    ),
    (
        "22",
        on(208),
        "Tenancy file",
        "Police",
        "Police told the association of the death.",
        "File locked.",
    ),
)

CHRONOLOGY = Chronology(
    agency="Riverbank Housing Association",
    file_name="Riverbank DHR chronology.xlsx",
    tables=(
        Table(
            label="Chronology",
            titles=(
                "Riverbank Housing Association",
                "Chronology of contact with the household, OFFICIAL-SENSITIVE",
            ),
            headings=(
                "No.",
                "When",
                "Agency record",
                "Who was involved",
                "Summary of event",
                "Response",
            ),
            widths=(6, 14, 22, 24, 70, 45),
            rows=ROWS,
        ),
    ),
    entries=20,
    to_mend=2,
    blank=2,
)
