"""Fernbank Surgery: what its records system exports, patients by number."""

from dhr.demonstration.chronologies.chronology import Chronology, Table
from dhr.demonstration.chronologies.days import iso

on = iso.in_office_hours
HER, HIM, CHILD = "Patient 20417", "Patient 20418", "Patient 20419"

ROWS = (
    (
        on(1808),
        "09:10",
        HER,
        "Registration",
        "New patient check. Nothing of note. Lives with husband and daughter.",
        "None",
    ),
    (
        on(1808),
        "09:30",
        HIM,
        "Registration",
        "New patient check. Alcohol 20 units a week.",
        "Advice given",
    ),
    (
        on(1762),
        "16:40",
        HER,
        "Surgery",
        "Tingling in both hands, tired, fell twice. Husband in the room.",
        "Referred to neurology",
    ),
    (on(1597), "", HER, "Letter in", "Neurology: relapsing multiple sclerosis.", "Coded"),
    (
        on(1590),
        "11:00",
        HER,
        "Surgery",
        (
            "Low mood since the diagnosis. Cries daily. Husband said she had become forgetful; "
            "she said that she had not."
        ),
        "Talking therapy leaflet",
    ),
    (
        on(1546),
        "17:20",
        HIM,
        "Surgery",
        "Has given up work to look after his wife. Sleeps badly.",
        "Sick note not needed",
    ),
    (
        on(1521),
        "10:50",
        HIM,
        "Surgery",
        ("Low, irritable. Asked about thoughts of harm to himself: none. Not asked about others."),
        "Antidepressant started",
    ),
    (
        on(1420),
        "08:45",
        CHILD,
        "Nurse",
        "Stomach aches before school. Father brought her.",
        "Reassured",
    ),
    (
        on(1333),
        "",
        HER,
        "Prescription",
        (
            "Husband collected all prescriptions and asked for them to be in his name at the "
            "pharmacy."
        ),
        "Agreed by reception",
    ),
    (
        on(1214),
        "12:05",
        HER,
        "Telephone",
        (
            "Rang herself. Said that he keeps her tablets and gives them when she has been good. "
            "Rang off when a door was heard."
        ),
        "Note: discuss next time",
    ),
    (
        on(1205),
        "15:30",
        HER,
        "Surgery",
        "Husband present. The last call was not raised.",
        "Repeat prescription",
    ),
    (
        on(1095),
        "",
        HER,
        "Letter in",
        (
            "Emergency department: broken wrist, fall at home. The letter has the day "
            "before the one that she gives."
        ),
        "Filed",
    ),
    (
        on(1080),
        "10:15",
        HER,
        "Nurse",
        "Cast check. Bruise on the upper arm noted. She said that she bruises easily.",
        "None",
    ),
    (
        on(1052),
        "09:00",
        HIM,
        "Surgery",
        "Says that he cannot go on. Thinks that his wife has somebody else.",
        "Referred to mental health",
    ),
    (
        on(1012),
        "",
        HIM,
        "Letter in",
        "Mental health: assessed, offered talking therapy, discharged to GP.",
        "Filed",
    ),
    (
        on(900),
        "14:00",
        HER,
        "Home visit",
        (
            "Chest infection. Husband answered questions. Asked to see her alone for the "
            "examination; he stayed."
        ),
        "Antibiotics",
    ),
    (
        on(765),
        "",
        CHILD,
        "Telephone",
        (
            "School nurse: quiet and tired in class. Mother's telephone not answered, spoke to "
            "father."
        ),
        "School to watch",
    ),
    (
        on(734),
        "",
        HER,
        "Letter in",
        "Hospital: assault by husband, neck.",
        "Read by the locum. Not coded",
    ),
    (
        on(729),
        "11:10",
        HER,
        "Telephone",
        "Sister rang for a repeat prescription. Patient staying with her.",
        "Issued",
    ),
    (
        on(704),
        "",
        HER,
        "Letter in",
        "MARAC: request for information, answered by the practice manager: nothing known.",
        "Sent",
    ),
    (
        on(676),
        "10:30",
        HIM,
        "Surgery",
        ("Back at home. Says that it was all a misunderstanding. Wants stronger tablets to sleep."),
        "Two weeks supplied",
    ),
    (
        on(560),
        "16:10",
        HER,
        "Surgery",
        "Routine review of medicines. Husband present. Weight down 6 kg.",
        "Bloods",
    ),
    (
        on(428),
        "",
        HIM,
        "Letter in",
        (
            "Mental health: discharge letter of an admission, dated nine weeks before. States: "
            "risk to wife discussed with him, none felt."
        ),
        "Scanned",
    ),
    (
        on(380),
        "09:40",
        HER,
        "Telephone",
        ("Review after the hospital. Spoke with the husband as carer. Carer's register updated."),
        "Carer's letter sent",
    ),
    (
        on(352),
        "15:15",
        HIM,
        "Surgery",
        "Tearful. Angry with services. Says that she would be lost without him.",
        "Increase of dose",
    ),
    (
        on(296),
        "",
        CHILD,
        "Nurse",
        (
            "Asthma review. Came with her aunt. Said that she does not like it when Dad is cross "
            "with Mum. Nurse new to the practice."
        ),
        "Template has no place for this; written in free text",
    ),
    (
        on(243),
        "12:20",
        HER,
        "Nurse",
        (
            "Came by taxi without her husband for blood tests. Said that she was going to live "
            "with her sister and that he must not know."
        ),
        "Wished her well",
    ),
    (
        on(236),
        "10:00",
        HER,
        "Telephone",
        (
            "Husband rang to ask what had been said at the blood test. Told that it was for her "
            "to say."
        ),
        "Noted",
    ),
    (),
    (
        on(217),
        "17:45",
        HIM,
        "Telephone",
        "Asked for an urgent appointment, would not say why.",
        "Offered in four days",
    ),
    (on(208), "", HER, "Letter in", "Hospital: death.", "Record closed"),
)

CHRONOLOGY = Chronology(
    agency="Fernbank Surgery",
    file_name="fernbank_export.csv",
    tables=(
        Table(
            headings=(
                "Consultation date",
                "Time",
                "Patient",
                "Type",
                "Consultation notes",
                "Outcome",
            ),
            rows=ROWS,
        ),
    ),
    entries=30,
    blank=1,
)
