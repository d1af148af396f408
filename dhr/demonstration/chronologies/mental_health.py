"""Vale Partnership Mental Health Trust: what was known of him. A workbook from two systems."""

from dhr.demonstration.chronologies.chronology import Chronology, Table
from dhr.demonstration.chronologies.days import between, dashed

on = dashed.in_office_hours
at = dashed

ROWS = (
    (
        on(1040),
        "11:00",
        "Single point of access",
        "Referral from GP: low mood, jealous ideas about his wife.",
        "Telephone assessment booked.",
        "Not assessed",
    ),
    (
        on(1024),
        "14:00",
        "Assessment team",
        (
            "Telephone assessment of LGV. Carer for a wife with MS. Says that she hides her "
            "telephone. No thoughts of harm. His wife was not offered a carer's or partner's "
            "conversation."
        ),
        "Talking therapy offered. Discharged to GP.",
        "Low to self; to others not recorded",
    ),
    (on(960), "", "Talking therapies", "Did not opt in.", "Closed.", ""),
    (
        at(701),
        "19:35",
        "Crisis line",
        (
            "LGV rang, distressed. Not allowed home by the police. Said that she had lied and "
            "that he would make her say so."
        ),
        "Advised to keep to his bail. The police were not told.",
        "Moderate to self",
    ),
    (
        on(695),
        "10:30",
        "Crisis team",
        "Seen at his brother's address. Calm. Hopes to be home soon.",
        "Discharged after one visit.",
        "Low",
    ),
    (
        at(512),
        "11:10",
        "Liaison team, Wychmere Hospital",
        (
            "Seen in the emergency department after an overdose of his wife's tablets. She had "
            "asked him to leave."
        ),
        "Informal admission agreed.",
        "High to self; to others: none felt, on his word",
    ),
    (
        between(512, 498, style=dashed),
        "",
        "Inpatient ward",
        (
            "Two weeks on the ward. He telephoned home up to thirty times a day. A nurse wrote "
            "that he could not bear to be without her and would not let her go. No contact was "
            "made with his wife."
        ),
        "Ward round each week.",
        "To self falling",
    ),
    (
        on(505),
        "15:00",
        "Inpatient ward",
        (
            "Ward round. Bail and the arrest some months before were not known to the ward; he "
            "said that he had never been in trouble."
        ),
        "Leave granted.",
        "",
    ),
    (
        on(498),
        "12:00",
        "Inpatient ward",
        "Discharged home. His wife is named as his protective factor.",
        "Discharge letter typed for the GP the same day.",
        "Low",
    ),
    (
        on(491),
        "",
        "Community team",
        "Seven-day follow up by telephone. He spoke for both.",
        "Open to the community team.",
        "Low",
    ),
    (
        on(470),
        "",
        "Community team",
        "Care co-ordinator left. Case held on the duty list.",
        "None.",
        "",
    ),
    (
        on(433),
        "",
        "Medical records",
        "Discharge letter found in the tray of the ward and posted.",
        "Sent to GP.",
        "",
    ),
    (
        on(345),
        "10:00",
        "Community team",
        "Outpatient review. Takes his tablets. Complains that services listen only to her.",
        "Discharged from the community team.",
        "Low",
    ),
    (
        at(215),
        "22:20",
        "Crisis line",
        (
            "LGV rang. He has found a packed bag. Said that he cannot see a life after this and "
            "that she will see. Rang off."
        ),
        "Call back not answered. Entered for the morning. The police were not told.",
        "Not completed",
    ),
    (
        on(214),
        "09:30",
        "Crisis team",
        (
            "Morning meeting. Record of the call read out without the words about her. Letter to "
            "be sent with an appointment."
        ),
        "Appointment in ten days.",
        "Low",
    ),
)

CHRONOLOGY = Chronology(
    agency="Vale Partnership Mental Health Trust",
    file_name="VPMHT chronology LGV.xlsx",
    tables=(
        Table(
            label="LGV contacts",
            titles=("Vale Partnership Mental Health Trust: contacts with LGV",),
            headings=("Date", "Time", "Team", "Description of contact", "Outcome", "Risk recorded"),
            widths=(14, 9, 24, 70, 40, 24),
            rows=ROWS,
        ),
    ),
    entries=15,
)
