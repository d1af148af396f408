"""Wychmere Hospitals: a workbook with a sheet for each patient, its days as Excel keeps them."""

from dhr.demonstration.chronologies.chronology import Chronology, Table
from dhr.demonstration.chronologies.days import between, month, of_calendar

on = of_calendar.in_office_hours
at = of_calendar

HERS = (
    (
        on(1702),
        "10:20",
        "Neurology clinic",
        (
            "First appointment after the GP's referral: tingling in both hands, tiredness, a "
            "fall. Husband present and gave most of the history."
        ),
        "Scan requested.",
        "No",
    ),
    (
        on(1640),
        "15:00",
        "Imaging",
        "Scan of brain and spine.",
        "Reported to neurology.",
        "Not recorded",
    ),
    (
        on(1603),
        "11:40",
        "Neurology clinic",
        (
            "Diagnosis of relapsing multiple sclerosis explained. She wept. Her husband said that"
            " he would see to everything from now on."
        ),
        "Specialist nurse introduced. Letter to GP.",
        "No",
    ),
    (
        on(1560),
        "9.30am",
        "MS specialist nurse",
        "Home treatment taught. The husband asked to be the one who keeps the injections.",
        "Agreed.",
        "No",
    ),
    (
        month(1410),
        "",
        "MS specialist nurse",
        (
            "Three telephone reviews this month, all answered by the husband. He reported that "
            "she was asleep each time."
        ),
        "To be seen in clinic.",
        "No",
    ),
    (
        on(1248),
        "14:00",
        "MS specialist nurse",
        (
            "Clinic. Walking with one stick. She said that she was not to have the car key. "
            "Husband present."
        ),
        "Occupational therapy referral.",
        "No",
    ),
    (
        at(1102),
        "23:10",
        "Emergency department",
        (
            "Broken left wrist. Account: a fall in the kitchen that morning. The triage nurse "
            "noted that the swelling was older than the account and that the husband answered for"
            " her."
        ),
        "Cast. Police telephoned by the nurse.",
        "No",
    ),
    (
        at(1101),
        "02:35",
        "Emergency department",
        (
            "Went home with her husband before the safeguarding nurse came on duty. Routine "
            "question about abuse not asked; the box is blank."
        ),
        "Safeguarding form completed and left for the team.",
        "No",
    ),
    (
        on(1099),
        "",
        "Safeguarding team",
        (
            "Form read. No telephone call to the patient, because the only number held was the "
            "husband's."
        ),
        "Closed. GP letter says: fracture, fall at home.",
        "",
    ),
    (
        on(980),
        "11:15",
        "MS specialist nurse",
        (
            "Seen alone for five minutes while her husband parked. She said: he counts the "
            "minutes. Asked what she meant, she stopped when he came in."
        ),
        "Written in the clinic notes. Not passed on.",
        "Yes",
    ),
    (
        on(868),
        "10:00",
        "Neurology clinic",
        (
            "Relapse. Uses a wheelchair out of doors. Husband asked for a letter that she cannot "
            "manage money."
        ),
        "Letter not given.",
        "No",
    ),
    (
        at(742),
        "20:40",
        "Emergency department",
        (
            "Brought by a neighbour. Bruising to both sides of the neck, hoarse voice, marks on "
            "the upper arms. Seen alone in a side room. She said her husband had held her by the "
            "throat."
        ),
        "Police called. Scan of neck vessels normal. Kept overnight.",
        "Yes",
    ),
    (
        at(741),
        "09:50",
        "Safeguarding team",
        (
            "Safeguarding adult concern completed with her consent and sent to adult social care "
            "by the secure form. High-risk list checked: referral to MARAC left to the police."
        ),
        "No acknowledgement on file.",
        "Yes",
    ),
    (
        at(741),
        "13:30",
        "Ward",
        "Went home with her sister. Children's social care told about the child.",
        "Discharge letter to GP: assault, domestic.",
        "Yes",
    ),
    (
        on(716),
        "",
        "Legal and records",
        "Police request for a medical statement received.",
        "Passed to the consultant's secretary. The consultant was on leave.",
        "",
    ),
    (
        on(668),
        "",
        "Legal and records",
        "Second request from the police received.",
        "Statement dictated. No record that it was sent.",
        "",
    ),
    (
        on(540),
        "14:30",
        "MS specialist nurse",
        "Did not attend. A male voice cancelled by telephone.",
        "New appointment posted to the flat.",
        "",
    ),
    (
        between(402, 398),
        "",
        "Neurology ward",
        (
            "Admitted with a relapse. Cannot transfer without help. The ward knew nothing of the "
            "assault: the alert was on the emergency department's system only. Husband named as "
            "carer in the discharge plan."
        ),
        "Discharged home to her husband's care.",
        "No",
    ),
    (
        on(330),
        "10:40",
        "MS specialist nurse",
        (
            "Clinic. Husband present. She did not speak. The nurse asked him to fetch a form; he "
            "said he would rather wait."
        ),
        "Follow up in three months.",
        "No",
    ),
    (
        on(256),
        "",
        "Neurology clinic",
        "Cancelled by the husband by telephone, who said that she had a cold.",
        "Returned to the waiting list.",
        "",
    ),
    (
        at(211),
        "21:48",
        "Emergency department",
        "Brought by ambulance, not breathing on her own. Police present.",
        "Intensive care.",
        "",
    ),
    (
        at(209),
        "06:15",
        "Intensive care",
        "Died. Her sister was with her.",
        "Coroner and police told.",
        "",
    ),
)
HIS = (
    (
        at(512),
        "01:20",
        "Emergency department",
        "Overdose of tablets prescribed for his wife. He said that she had told him to leave.",
        (
            "Medically fit at 10:00. Seen by the mental health liaison team. No question asked "
            "about anyone else at home."
        ),
    ),
    (
        on(430),
        "",
        "Physiotherapy",
        "Back pain from lifting. He said that he was up every night with his wife.",
        "Exercises given. Carer's leaflet.",
    ),
)

CHRONOLOGY = Chronology(
    agency="Wychmere Hospitals NHS Trust",
    file_name="WHT chronology MF and LGV.xlsx",
    about=(
        "Wychmere Hospitals NHS Trust",
        "Chronology for the domestic homicide review",
        "Hospital number of the patient ending 417; of her husband ending 902",
    ),
    tables=(
        Table(
            label="MF",
            titles=("Contacts with Mrs M Fallowdene, all sites",),
            headings=(
                "Date of contact",
                "Time",
                "Department",
                "Details of contact",
                "Outcome",
                "Seen alone?",
            ),
            widths=(14, 9, 22, 70, 40, 12),
            rows=HERS,
        ),
        Table(
            label="LGV",
            titles=("Contacts with Mr L Garrick-Vane",),
            headings=("Date of contact", "Time", "Department", "Details of contact", "Outcome"),
            widths=(14, 9, 22, 70, 40),
            rows=HIS,
        ),
    ),
    entries=24,
)
