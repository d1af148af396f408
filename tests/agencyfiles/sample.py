"""
Thirteen IMR files, every one invented, in the shapes in which agencies send them, with labels.

Each is a list of instructions, and what a person who reads it would say that it says.
"""

from dataclasses import dataclass, field
from io import BytesIO

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION

FRONT, TABLE, REC, LEARN = "front", "t", "RECOMMENDATION", "LEARNING"
GOOD, MISSED, TAKEN = "GOOD_PRACTICE", "MISSED_OPPORTUNITY", "ACTION_TAKEN"
FACTS, RECORDS, STAFF, POLICY = "facts", "records_read", "staff_interviewed", "policy_and_training"
FEEDBACK = "feedback_to_staff_on"


@dataclass(frozen=True)
class Sample:
    """
    name: its layout. steps: how it is made. front, parts, points: what it says; rows: of its
    chronology; left: words that have no part, which are shown.
    """

    name: str
    steps: list
    front: dict = field(default_factory=dict)
    parts: dict = field(default_factory=dict)
    points: dict = field(default_factory=dict)
    rows: int = 0
    left: list = field(default_factory=list)


def word_of(steps):
    """Return the bytes of a Word file made of instructions."""
    paper = docx.Document()
    for kind, said in steps:
        MAKERS[kind](paper, said)
    content = BytesIO()
    paper.save(content)
    return content.getvalue()


def bold(paper, words):
    paper.add_paragraph().add_run(words).bold = True


def table(paper, rows):
    made = paper.add_table(len(rows), len(rows[0]))
    for row, cells in zip(made.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words


def landscape(paper, _said):
    section = paper.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


MAKERS = {
    "title": lambda paper, words: paper.add_heading(words, 0),
    "h1": lambda paper, words: paper.add_heading(words, 1),
    "h2": lambda paper, words: paper.add_heading(words, 2),
    "p": lambda paper, words: paper.add_paragraph(words),
    "n": lambda paper, words: paper.add_paragraph(words, style="List Number"),
    "b": lambda paper, words: paper.add_paragraph(words, style="List Bullet"),
    "bold": bold,
    "t": table,
    "wide": landscape,
    "head": lambda paper, words: paper.sections[0].header.paragraphs[0].add_run(words),
}
CHRONOLOGY = [
    ["Date and time", "Source", "What happened", "What was done"],
    ["3 March 2024, 14:10", "Nursing notes", "Ms Fern came with a cut hand.", "Wound closed."],
    ["9 March 2024", "Clinic letter", "She did not come to the clinic.", "A letter was sent."],
    ["21 April 2024", "Telephone log", "Her sister rang and was worried.", "None recorded."],
]  # fmt: skip

FRONT_TABLE = Sample(
    "Front-sheet table, Word headings, recommendations as a numbered list",
    [
        ("title", "Individual Management Review"),
        (TABLE, [
            ["Agency", "Fernbrook Hospitals NHS Trust"],
            ["Author", "Orla Penn, Named Nurse for Safeguarding"],
            ["Commissioned by", "Ivo Marsh, Chief Nurse"],
            ["Signed off by", "Ivo Marsh, Chief Nurse"],
            ["Period under review", "1 January 2023 to 2 May 2024"],
            ["Date of report", "14 November 2025"],
        ]),
        ("h1", "1. Introduction"),
        ("p", "This review was asked for by the partnership."),
        ("h1", "2. Methodology"),
        ("p", "The emergency and maternity records were read by two people."),
        ("h1", "3. Facts"),
        ("p", "Ms Fern came to the emergency department on three days."),
        ("p", "On the second she came alone."),
        ("h1", "4. Good practice"),
        ("b", "A nurse saw her alone."),
        ("h1", "5. Learning"),
        ("b", "A question that is asked once is seldom answered."),
        ("b", "A sister who rings is worried for a reason."),
        ("h1", "6. Recommendations"),
        ("n", "Ask everybody who comes with a cut hand how it happened."),
        ("n", "Ring back whoever does not come to the clinic."),
    ],
    front={"agency": "Fernbrook Hospitals NHS Trust",
           "author": "Orla Penn, Named Nurse for Safeguarding",
           "commissioned_by": "Ivo Marsh, Chief Nurse", "signed_off_by": "Ivo Marsh, Chief Nurse",
           "period": "1 January 2023 to 2 May 2024", "dated": "14 November 2025"},
    parts={RECORDS: ["The emergency and maternity"], FACTS: ["Ms Fern came to the emergency"]},
    points={GOOD: ["A nurse saw her alone"],
            LEARN: ["A question that is asked once", "A sister who rings"],
            REC: ["Ask everybody who comes", "Ring back whoever"]},
    left=["This review was asked for"],
)  # fmt: skip

TWO_COLUMNS = Sample(
    "The whole report as one table of two columns",
    [
        ("p", "IMR: Brackwell Housing"),
        (TABLE, [
            ["Organisation", "Brackwell Housing"],
            ["Report author", "Tam Oakes"],
            ["Job title", "Head of Tenancies"],
            ["Timeframe", "2022 to 2024"],
        ]),
        (TABLE, [
            ["Methodology", "The tenancy file and the repairs log were read."],
            ["Summary of involvement", "The tenancy began in 2019.\nThere were four repairs."],
            ["What went well", "A caretaker reported the broken door."],
            ["Missed opportunities", "Nobody asked why the door was broken twice."],
            ["Lessons learned", "Repairs tell a story."],
            ["Recommendations", "1. Train caretakers.\n2. Flag a second broken door."],
        ]),
    ],
    front={"agency": "Brackwell Housing", "author": "Tam Oakes, Head of Tenancies",
           "period": "2022 to 2024"},
    parts={RECORDS: ["The tenancy file"], FACTS: ["The tenancy began"]},
    points={GOOD: ["A caretaker reported"], MISSED: ["Nobody asked why"],
            LEARN: ["Repairs tell"], REC: ["Train caretakers", "Flag a second"]},
    left=["IMR: Brackwell Housing"],
)  # fmt: skip

NUMBERED = Sample(
    "Numbered headings typed by hand, front sheet in lines",
    [
        ("p", "Agency: Calder Ambulance Service"),
        ("p", "Author: Bryn Sale, Safeguarding Lead"),
        ("p", "Approved by: Una Holt, Medical Director"),
        ("p", "Date approved: 3 October 2025"),
        ("p", "1. Introduction"),
        ("p", "Two calls were made to us."),
        ("p", "2. Sources of information"),
        ("p", "The call recordings and the crew’s form."),
        ("p", "3. Staff interviewed"),
        ("p", "One call handler and two paramedics."),
        ("p", "4. What happened"),
        ("p", "The first call was cut off after a minute."),
        ("p", "5. Missed opportunities"),
        ("p", "5.1 The call that was cut off was not rung back."),
        ("p", "6. Recommendations"),
        ("p", "6.1 Ring back every call that is cut off."),
        ("p", "6.2 Tell the police of a second one."),
    ],
    front={"agency": "Calder Ambulance Service", "author": "Bryn Sale, Safeguarding Lead",
           "signed_off_by": "Una Holt, Medical Director", "signed_off_on": "3 October 2025"},
    parts={RECORDS: ["The call recordings"], STAFF: ["One call handler"],
           FACTS: ["The first call was cut"]},
    points={MISSED: ["The call that was cut off"], REC: ["Ring back every", "Tell the police"]},
    left=["Two calls were made"],
)  # fmt: skip

BOLD = Sample(
    "Headings that are only bold, actions under each recommendation",
    [
        ("bold", "Individual Management Review"),
        ("bold", "Front sheet"),
        ("p", "Name of agency: Dunmere Surgery"),
        ("p", "Completed by: Dr Wes Arden, GP partner"),
        ("bold", "Methodology"),
        ("p", "Both sets of notes were read from 2018."),
        ("bold", "Background"),
        ("p", "Both were our patients for eleven years."),
        ("bold", "Good practice"),
        ("p", "The receptionist asked whether it was safe to leave a message."),
        ("bold", "Lessons learned"),
        ("p", "Learning point 1: A partner in the room answers for both."),
        ("p", "Learning point 2: A letter that comes back is news."),
        ("bold", "Recommendations"),
        ("p", "Recommendation 1: See everybody alone once a year."),
        ("p", "Action: a line in the new template."),
        ("p", "By when: March 2026"),
        ("p", "Recommendation 2: Follow up letters that come back."),
        ("p", "Lead: practice manager"),
        ("bold", "Actions already taken"),
        ("p", "The template was changed on 4 September 2025."),
    ],
    front={"agency": "Dunmere Surgery", "author": "Dr Wes Arden, GP partner"},
    parts={RECORDS: ["Both sets of notes"], FACTS: ["Both were our patients"]},
    points={GOOD: ["The receptionist asked"],
            LEARN: ["A partner in the room", "A letter that comes back"],
            REC: ["See everybody alone", "Follow up letters"], TAKEN: ["The template was changed"]},
)  # fmt: skip

WELSH = Sample(
    "Welsh headings and labels",
    [
        ("title", "Adolygiad Rheoli Unigol"),
        (TABLE, [
            ["Asiantaeth", "Bwrdd Iechyd Aberwern"],
            ["Awdur", "Nia Prosser"],
            ["Swydd", "Nyrs Ddiogelu"],
            ["Comisiynwyd gan", "Gwil Tudur"],
            ["Cymeradwywyd gan", "Mair Elis, Cyfarwyddwr"],
            ["Dyddiad", "2 Hydref 2025"],
        ]),
        ("h1", "1. Cyflwyniad"),
        ("p", "Gofynnwyd am yr adolygiad hwn."),
        ("h1", "2. Methodoleg"),
        ("p", "Darllenwyd y cofnodion."),
        ("h1", "3. Y ffeithiau"),
        ("p", "Daeth Ms Rhedyn i’r adran ar ddau ddiwrnod."),
        ("h1", "4. Arfer da"),
        ("b", "Gofynnwyd iddi ar ei phen ei hun."),
        ("h1", "5. Cyfleoedd a gollwyd"),
        ("b", "Ni ffoniwyd yn ôl."),
        ("h1", "6. Gwersi a ddysgwyd"),
        ("b", "Dylid gofyn eto."),
        ("h1", "7. Argymhellion"),
        ("n", "Gofyn i bawb."),
        ("n", "Ffonio yn ôl."),
        ("h1", "8. Camau a gymerwyd eisoes"),
        ("b", "Newidiwyd y ffurflen."),
    ],
    front={"agency": "Bwrdd Iechyd Aberwern", "author": "Nia Prosser, Nyrs Ddiogelu",
           "commissioned_by": "Gwil Tudur", "signed_off_by": "Mair Elis, Cyfarwyddwr",
           "dated": "2 Hydref 2025"},
    parts={RECORDS: ["Darllenwyd"], FACTS: ["Daeth Ms Rhedyn"]},
    points={GOOD: ["Gofynnwyd iddi"], MISSED: ["Ni ffoniwyd"], LEARN: ["Dylid gofyn"],
            REC: ["Gofyn i bawb", "Ffonio yn"], TAKEN: ["Newidiwyd"]},
    left=["Gofynnwyd am yr adolygiad"],
)  # fmt: skip

REC_TABLE = Sample(
    "Recommendations in a table with actions, owners and dates",
    [
        ("title", "IMR for the review"),
        (TABLE, [["Agency", "Eskdale Police"], ["Prepared by", "DI Rowan Tull"],
                 ["Authorised by", "Supt Jess Kerr"], ["Version", "1.2, 9 October 2025"]]),
        ("h1", "Methodology"),
        ("p", "Command and control logs, crime reports and body-worn video."),
        ("h1", "Summary of contact"),
        ("p", "Officers attended twice."),
        ("h1", "Learning"),
        ("b", "A risk form is the beginning."),
        ("h1", "Single agency recommendations"),
        (TABLE, [
            ["No", "Recommendation", "Action to take", "Lead", "Target date"],
            ["1", "Brief every response team.", "Write a briefing.", "Inspector, training",
             "31 January 2026"],
            ["2", "Check risk forms within a day.", "Change the rota.", "Public protection",
             "28 February 2026"],
            ["3", "Tell the school of every call.", "Agree a protocol.", "Schools lead",
             "March 2026"],
        ]),
    ],
    front={"agency": "Eskdale Police", "author": "DI Rowan Tull",
           "signed_off_by": "Supt Jess Kerr", "dated": "1.2, 9 October 2025"},
    parts={RECORDS: ["Command and control"], FACTS: ["Officers attended"]},
    points={LEARN: ["A risk form"], REC: ["Brief every", "Check risk", "Tell the school"]},
)  # fmt: skip

APPENDIX = Sample(
    "Chronology in an appendix on landscape pages",
    [
        ("title", "Individual Management Review"),
        (TABLE, [["Name of organisation", "Garth Mental Health Trust"],
                 ["Name of author", "Pia Lund"], ["Post of author", "Consultant nurse"]]),
        ("h1", "Methods used"),
        ("p", "The electronic record and the crisis line’s log."),
        ("h1", "Key facts"),
        ("p", "He was seen four times by the crisis team."),
        ("h1", "Effective practice"),
        ("b", "The crisis line rang back within the hour."),
        ("h1", "Recommendations"),
        ("b", "Ask about children at every first meeting."),
        ("wide", ""),
        ("h1", "Appendix A: Chronology"),
        (TABLE, CHRONOLOGY),
    ],
    front={"agency": "Garth Mental Health Trust", "author": "Pia Lund, Consultant nurse"},
    parts={RECORDS: ["The electronic record"], FACTS: ["He was seen four"]},
    points={GOOD: ["The crisis line rang"], REC: ["Ask about children"]},
    rows=3,
)  # fmt: skip

BY_ENQUIRY = Sample(
    "Analysis under each line of enquiry, learning inside",
    [
        ("title", "Management review"),
        ("p", "Agency: Hollin Children’s Services"),
        ("p", "Lead reviewer: Sefa Quill, service manager"),
        ("h1", "How we looked"),
        ("p", "Case files of both children."),
        ("h1", "Case summary"),
        ("p", "The children were known from 2021."),
        ("h1", "Analysis"),
        ("p", "The terms of reference are taken in turn."),
        ("h2", "Line of enquiry 1"),
        ("p", "The first assessment did not ask about control."),
        ("h2", "Line of enquiry 2: Was information shared?"),
        ("p", "It was shared by telephone and not written down."),
        ("h1", "Policy and training"),
        ("p", "Training was yearly and is now each quarter."),
        ("h1", "Learning points"),
        ("n", "Control leaves no mark."),
        ("h1", "Recommendations for the agency"),
        ("n", "Ask about control in each first assessment."),
        ("h1", "Feedback to staff"),
        ("p", "Staff were told on 12 September 2025."),
    ],
    front={"agency": "Hollin Children’s Services", "author": "Sefa Quill, service manager"},
    parts={RECORDS: ["Case files"], FACTS: ["The children were"],
           "enquiry-1": ["The first assessment"], "enquiry-2": ["It was shared by"],
           POLICY: ["Training was yearly"], FEEDBACK: ["Staff were told on"]},
    points={LEARN: ["Control leaves"], REC: ["Ask about control"]},
    left=["The terms of reference are taken"],
)  # fmt: skip
