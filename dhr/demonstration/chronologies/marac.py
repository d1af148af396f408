"""MARAC co-ordination: the list of its actions, saved as text. Not sent yet."""

from dhr.demonstration.chronologies.chronology import Chronology, Table
from dhr.demonstration.chronologies.days import slashed

on = slashed.in_office_hours

ROWS = (
    (
        on(738),
        "",
        "MF",
        "Referral from the police received for case 63. High risk.",
        "Listed for the next meeting",
    ),
    (
        on(728),
        "14:00",
        "MF",
        (
            "Papers sent to all members. The telephone number in the papers is the one on the "
            "police referral."
        ),
        "",
    ),
    (
        on(719),
        "10:00",
        "MF, LGV, child",
        (
            "Heard as case 63, eleven minutes. GP: nothing known. Mental health: not present. "
            "Police, hospital, Haven and housing spoke."
        ),
        "Six actions",
    ),
    (
        on(719),
        "10:11",
        "MF",
        (
            "Actions: police marker; housing to change the locks; adult social care to assess; "
            "Haven to make contact; children's social care to visit; hospital to flag."
        ),
        "",
    ),
    (
        on(698),
        "",
        "MF",
        "Progress asked for by email. Police and Haven answered.",
        "Reminder to the others",
    ),
    (
        on(689),
        "",
        "MF",
        "Housing action shown as done on the tracker. No message from housing is on file.",
        "Closed on the tracker",
    ),
    (
        on(652),
        "",
        "MF",
        "Second referral, from Haven: he is at home again.",
        "Held: a repeat needs a new incident under the protocol",
    ),
    (on(638), "", "MF", "Haven says that no locks were changed.", "Passed to the housing member"),
    (
        on(220),
        "",
        "MF",
        "Third referral, from Haven: plan to leave found out.",
        "Listed for the next meeting, in nine days",
    ),
    ("31/02", "", "MF", "Note of a telephone call about the date of the meeting.", ""),
)

CHRONOLOGY = Chronology(
    agency="MARAC co-ordination, Wychmere",
    file_name="MARAC case 63.csv",
    tables=(
        Table(
            headings=("Date", "Time", "Subject", "Entry", "Action"),
            rows=ROWS,
        ),
    ),
    entries=9,
    to_mend=1,
)
