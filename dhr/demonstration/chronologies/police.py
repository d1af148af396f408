"""Calderwick Constabulary: calls, crimes and referrals. A Word table, days and times apart."""

from dhr.demonstration.chronologies.chronology import Chronology, Table
from dhr.demonstration.chronologies.days import between, month, perhaps, slashed

on = slashed

CALLS = (
    (
        month(1790),
        "",
        "Intelligence system",
        (
            "No trace of Marguerite FALLOWDENE before this month. Leopold GARRICK-VANE is known "
            "from one driving matter in another force area."
        ),
        "Noted for this chronology only.",
        "",
    ),
    (
        on(1431),
        "21:50",
        "Incident log 1",
        (
            "A neighbour reported a man shouting in the flat next door and something heavy "
            "falling. Two officers attended at 22:35. MF and LGV said they had argued about "
            "money. The child, Juniper FALLOWDENE, aged 7, was in bed and was not woken."
        ),
        "No offence disclosed. Both were advised. MF and LGV were spoken to in the same room.",
        "DASH declined",
    ),
    (
        on(1430),
        "08:10",
        "Domestic abuse unit",
        ("The incident was reviewed. A notice about the child was sent to children's social care."),
        "Filed.",
        "Standard",
    ),
    (
        on(1290),
        "23:15",
        "Incident log 2",
        (
            "A caller who would not be named reported a woman crying on the landing at the "
            "Garrick-Vane address. Officers attended at 00:20 and had no reply. A light was on."
        ),
        "Closed at 01:05. No later visit was made.",
        "",
    ),
    (
        on(1101),
        "00:40",
        "Incident log 3",
        (
            "The hospital telephoned to say that MF was in the emergency department with a broken"
            " wrist and that a nurse was not content with the account given. No officer was free."
            " A call back was arranged for the day shift."
        ),
        "Passed to day shift.",
        "",
    ),
    (
        on(1100),
        "16:20",
        "Incident log 3",
        (
            "The ward was telephoned. MF had gone home with her husband. MF was telephoned and "
            "said she had fallen in the kitchen. LGV could be heard in the room."
        ),
        "Closed. No visit.",
        "Not completed",
    ),
    (
        on(903),
        "11:05",
        "Incident log 4",
        (
            "Beatrix FALLOWDENE, sister of MF, asked for a check on her. She had not been able to"
            " speak to her for three weeks and LGV answered every call."
        ),
        "Graded for attendance the same day.",
        "",
    ),
    (
        on(903),
        "18:45",
        "Incident log 4",
        (
            "Officers saw MF at the door with LGV beside her. MF was in a wheelchair. She said "
            "she was well and tired. The child was seen and was playing."
        ),
        "Recorded as safe and well. BF was told.",
        "Not completed",
    ),
    (
        month(870),
        "",
        "Neighbourhood team",
        (
            "A community officer spoke to LGV about a parking dispute. He said he was the full-"
            "time carer of his wife and had no life of his own."
        ),
        "No action needed.",
        "",
    ),
    (
        on(742),
        "22:05",
        "Incident log 5; crime report 1",
        (
            "The emergency department reported an assault. MF, seen alone by an officer, said "
            "that LGV had put his hands round her neck and that she could not breathe. She said "
            "it was not the first time. She did not want him to go to prison."
        ),
        "LGV was arrested at 23:50. Photographs taken. Body-worn video kept.",
        "DASH high, 17 of 27",
    ),
    (
        on(741),
        "10:30",
        "Custody record",
        (
            "LGV was interviewed and denied the offence. He said MF bruised easily because of her"
            " illness."
        ),
        "Released on conditional bail for six weeks, not to contact MF or go to the flat.",
        "",
    ),
    (
        on(741),
        "14:10",
        "Domestic abuse unit",
        "MF agreed to be referred to Haven. The referral was sent by email.",
        "Referral sent to the Haven mailbox. No receipt was asked for.",
        "",
    ),
    (
        on(740),
        "09:30",
        "Domestic abuse unit",
        (
            "Referral to MARAC for the next meeting. Notice about the child sent to children's "
            "social care."
        ),
        "Referred.",
        "High",
    ),
    (
        on(731),
        "",
        "Crime report 1",
        (
            "A detective telephoned MF. She did not wish to make a statement. She asked who would"
            " lift her from bed if he was not there."
        ),
        "The question about care was not passed on.",
        "",
    ),
    (
        on.in_office_hours(719),
        "10:00",
        "MARAC minutes",
        (
            "MARAC heard the case. Actions for the police: a marker on the address, and a "
            "decision on a prosecution without a statement."
        ),
        "Marker placed the same day.",
        "High",
    ),
    (
        between(714, 712),
        "",
        "Crime report 1",
        (
            "Advice was asked of the prosecutor. The medical statement had not come from the "
            "hospital."
        ),
        "Returned for further work.",
        "",
    ),
    (
        on(713),
        "19:30",
        "Incident log 6",
        "MF telephoned to say that LGV was sitting in his car outside. Officers found nobody.",
        "Patrols asked for. Bail officer told.",
        "Not repeated",
    ),
    (
        on(705),
        "",
        "Bail register",
        "The end of bail came near. No application was made to extend it.",
        "Bail lapsed.",
        "",
    ),
    (
        perhaps(690),
        "",
        "Crime report 1",
        (
            "LGV is believed to have gone back to the flat around this day. The police were told "
            "of it by BF later."
        ),
        "No action recorded.",
        "",
    ),
    (
        on(652),
        "",
        "Crime report 1",
        (
            "Filed with no further action. The medical statement had been asked for once more and"
            " had not come. MF was told by letter to the flat."
        ),
        "Crime report closed.",
        "",
    ),
    (
        on(600),
        "13:25",
        "Incident log 7",
        (
            "LGV reported MF missing. She had gone out with a friend for two hours. She was home "
            "when officers came."
        ),
        (
            "Closed as no concern. The marker on the address was not seen by the officers who "
            "attended."
        ),
        "",
    ),
    (
        on(462),
        "12:00",
        "Disclosure scheme",
        (
            "Beatrix FALLOWDENE asked under the disclosure scheme whether LGV had a history of "
            "violence."
        ),
        "Application opened.",
        "",
    ),
    (
        on(436),
        "",
        "Disclosure scheme",
        (
            "Checks showed that another force held two reports against LGV by a former partner. "
            "The panel decided to tell MF herself."
        ),
        "Visit to be arranged.",
        "Medium",
    ),
    (
        on(421),
        "15:00",
        "Disclosure scheme",
        (
            "Two visits to the flat were tried. LGV opened the door both times, and the visitors "
            "left saying they had the wrong address."
        ),
        "No third visit. The disclosure was never made.",
        "",
    ),
    (
        on(268),
        "02:14",
        "Incident log 8",
        (
            "A silent emergency call came from MF's mobile telephone and ended after 40 seconds. "
            "Officers attended at 02:51. LGV said that the child had played with the telephone. "
            "MF was in bed and nodded when asked if she was well."
        ),
        "Closed, no offence.",
        "DASH standard",
    ),
    (
        on(267),
        "09:15",
        "Domestic abuse unit",
        "The review noted the high-risk history and asked for a visit when LGV was out.",
        "Task sent to the neighbourhood team.",
        "To be done again",
    ),
    (
        on(241),
        "",
        "Neighbourhood team",
        "The task was closed because the officer it had been given to had moved post.",
        "No visit was made.",
        "",
    ),
    (
        on(211),
        "20:55",
        "Incident log 9",
        (
            "LGV telephoned the ambulance service and said that MF was not breathing. Officers "
            "arrived at 21:09. Ambulance staff were already treating her. The child was at a "
            "friend's house."
        ),
        "LGV arrested. Scene kept.",
        "",
    ),
    (
        on(211),
        "23:30",
        "Incident log 9",
        "BF was told by an officer in person. Juniper was taken to BF's home.",
        "Family liaison officer asked for.",
        "",
    ),
    (
        on(209),
        "06:40",
        "Major crime team",
        "MF died in hospital.",
        "The coroner was told. The partnership was told four days later.",
        "",
    ),
)

CHRONOLOGY = Chronology(
    agency="Calderwick Constabulary",
    file_name="Police IMR chronology v2.docx",
    about=(
        "OFFICIAL-SENSITIVE",
        "Calderwick Constabulary, review team. Chronology for the domestic homicide review.",
        "MF: Marguerite Fallowdene. LGV: Leopold Garrick-Vane. BF: Beatrix Fallowdene, sister.",
    ),
    tables=(
        Table(
            titles=("Contacts of Calderwick Constabulary in the period under review",),
            headings=(
                "Date",
                "Time",
                "Source",
                "Event",
                "Action taken / outcome",
                "Risk assessment",
            ),
            widths=(2.5, 1.5, 3, 10, 6, 3),
            rows=CALLS,
        ),
    ),
    entries=30,
)
