"""
A review that was run on paper until the Home Office had it is taken over from its public record,
page by page, and the sections of its report that are data say the same as that record.
"""

import re
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from docx import Document as WordFile

from agencies.models import User
from messaging.models import Message
from reports.published.text import as_text
from reports.queries.assembly.record import record_of
from reports.queries.assembly.whole import report_from
from reviews.models import Review
from tests.factories.agencies import PostFactory
from tests.filling import Asked, Desk
from tests.journeys import adopting
from tests.journeys.adopting import LETTER, OF_A_CHAIR

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

REFERENCE = "PAPER-DHR-4"
CHAIR = "a.vole@reviews.example"
SURGERY, TRUST, FORCE, REFUGE = "Mill Surgery", "Elm Trust", "Fen Police", "Harbour Refuge"
BOTH = "IMR and chronology"


def word():
    made = BytesIO()
    WordFile().save(made)
    return ("imr.docx", made.getvalue())


def given(who, on):
    return {"How did it reach you?": "Email", "Who gave it?": who, "When did they give it?": on}


def declared(who, on):
    said = {**given(who, on), **OF_A_CHAIR, "When did they declare it?": on}
    del said["When did they give it?"]
    return said


EARLIER = """\
May 2021 The chair attended one day of the trial
9 March 2021 Evidence commissioned
2 June 2021 Drafting
2 June 2021 The first draft was considered
2020 Earlier reviews were read again
11 November 2021 Signed off by the partnership
November 2021 Sent to the Home Office"""

RECORD = {
    "opening": {
        "When was the partnership told of the death?": date(2020, 10, 6),
        "Who told it?": "Fen Police, review officer",
        "What kind of death does it appear to be?": "Intimate partner homicide",
        "Date of death": date(2020, 10, 4),
        "Full name of the person who died": "Thessaly Quorn",
        "Date of birth": date(1990, 3, 2),
    },
    "adopting": {
        "Where does it stand today?": "Home Office quality assurance",
        "Why are the earlier steps not in here?": "Begun in 2020 on paper.",
        "What happened before, and when": EARLIER,
        "Show these steps in the timescales of the report": True,
    },
    "victim": {"Pseudonym": "Linnet", "Who chose it?": "The family"},
    "people": [
        {
            "Who are they in this review?": "Perpetrator, or alleged",
            "If a perpetrator: a court or an inquest has found that they did it": True,
            "Full name": "Aldous Brackwater",
            "Relationship to the person who died": "Estranged husband",
            "Pseudonym": "Corin",
        }
    ],
    "agencies": {
        SURGERY: "GP practice",
        TRUST: "Hospital trust",
        FORCE: "Police",
        REFUGE: "Specialist domestic abuse service",
    },
    "letters": {
        "When were they asked?": date(2020, 10, 7),
        "How were they asked?": "Email from elsewhere",
        "Answer by": date(2020, 10, 21),
        "Whom to ring with questions": "The officer, 0300 000 0000",
    },
    "answers": {
        SURGERY: {
            "What did the agency answer?": BOTH, **given("Practice manager", date(2020, 10, 19)),
        },
        TRUST: {"What did the agency answer?": BOTH, **given("Named nurse", date(2020, 10, 20))},
        FORCE: {
            "What did the agency answer?": "Letter",
            "What is known": "One call, in a letter.",
            **given("Review officer", date(2020, 10, 20)),
        },
        REFUGE: {
            "What did the agency answer?": "Expert input",
            "What is known": "Advice on abuse after parting.",
            **given("Manager", date(2020, 10, 21)),
        },
    },
    "chair": {
        "Full name": "Ambrose Vole",
        "Do they have a vote?": "Yes",
        "They also write the overview report": True,
        "When were they appointed?": date(2020, 12, 1),
        "Email address": CHAIR,
    },
    "members": [
        {
            "What is their part?": "Panel member",
            "Full name": "Petronel Sedge",
            "Job title": "Head of safeguarding",
            "Which agency do they speak for?": TRUST,
            "Do they have a vote?": "Yes",
        },
        {
            "What is their part?": "Secretary",
            "Full name": "Rowan Tarn",
            "Do they have a vote?": "No",
        },
    ],
    "statements": {
        "Ambrose Vole": {
            **declared("Ambrose Vole", date(2020, 12, 1)),
            "Statement of independence": "I have never worked in this area.",
        },
        "Rowan Tarn": {
            **declared("Rowan Tarn", date(2020, 12, 1)),
            "Statement of independence": "I took the notes, and nothing else.",
        },
    },
    "meetings": [{"On which day?": date(2021, month, 9)} for month in (2, 3, 6, 9)],
    "processes": [
        {
            "What kind of process?": "Coroner's investigation or inquest",
            "How does it stand?": "Ended",
            "How do the two work together?": "It was closed after the verdict.",
        }
    ],
    "terms": {
        "subjects": ["Linnet", "Corin"],
        "period": {
            "First day of the period": date(2015, 1, 1),
            "Last day of the period": date(2020, 10, 4),
            "How is it printed?": "A month, until the death",
        },
        "enquiries": ["Who knew of threats?", "Were the children heard?"],
        "characteristics": [
            {
                "Which characteristic?": "Religion or belief",
                "Whose?": "Linnet",
                "Why does it need specific consideration?": "Her faith community knew her.",
            }
        ],
        "agreed": {
            "Where was it agreed?": "Meeting 1 of the panel, 9 February 2021",
            "When was it agreed?": date(2021, 2, 9),
        },
    },
    "evidence": [
        {
            f"What to ask of {SURGERY}": BOTH,
            f"What to ask of {TRUST}": BOTH,
            f"What to ask of {FORCE}": "Nothing more",
            f"What to ask of {REFUGE}": "Expert input",
            "Evidence due by": date(2021, 5, 28),
            "How are they told?": "They know already",
            "When were they asked?": date(2021, 3, 9),
            "How were they asked?": "At the second meeting",
            "Which meeting of the panel decided it?": 2,
        }
    ],
    "reports": {
        TRUST: {
            "author": {
                "Name of the author": "Quill Marsh",
                "Their post": "Matron",
                **given("Quill Marsh", date(2021, 4, 1)),
            },
            "document": {
                "The document that the agency sent": word(),
                **given("Quill Marsh", date(2021, 5, 3)),
            },
            "sign_off": {
                "Who signed it off?": "Bo Lind, medical director",
                "When did they sign it off?": date(2021, 5, 20),
                "How did the sign-off reach you?": "Email",
                "When did it reach the panel?": date(2021, 5, 21),
            },
            "accepted": {"When did the panel accept it?": date(2021, 6, 9)},
        }
    },
    "learning": [{"What is to be learnt?": "Threats are asked about once a couple has parted."}],
    "recommendations": [
        {
            "words": {
                "What should be done?": "Ask everybody who parts whether they are followed.",
                "How far does it reach?": "Local, multi-agency",
                "Or another body, in words": "Fen Community Safety Partnership",
            },
            "actions": [
                {
                    "Action to take": "One page for every front desk.",
                    "Or another lead": "Fen Community Safety Partnership",
                    "How will one know that something is different?": "Records say it was asked.",
                    "Target date": date(2021, 4, 30),
                }
            ],
        }
    ],
    "sections": {"dissemination": "It goes to those who took part."},
    "drafts": [
        {"What is it for?": "For the panel", "When was it made?": date(2021, 6, 2)},
        {"What is it for?": "For sign-off", "When was it made?": date(2021, 10, 20)},
    ],
    "agreed": {
        "Where was it agreed?": "Somewhere else",
        "Where else?": "By email",
        "When was it agreed?": date(2021, 10, 28),
    },
    "signed_off": {
        "Which meeting or body signed it off?": "The board of the partnership",
        "When?": date(2021, 11, 11),
        "Who decided?": "The chair of the partnership",
        **given("The chair of the partnership", date(2021, 11, 11)),
    },
    "rounds": [
        {
            "item": {"What is it?": "Overview report", "The file": word()},
            "sent": {"When was it sent?": date(2021, 11, 15), "How was it sent?": "Email"},
            "letter": {
                "What does it say?": "Further work",
                "What is the date of the letter?": date(2022, 4, 4),
                "Who signed it?": "Chair of the board",
                "How did it reach you?": "Email",
                "The letter itself": LETTER,
            },
        },
        {
            "item": {"What is it?": "Overview report", "The file": word()},
            "sent": {"When was it sent?": date(2022, 9, 1), "How was it sent?": "Email"},
        },
    ],
    "hold": {
        "What does the review wait for?": "Criminal process",
        "Since when?": date(2020, 12, 10),
        "When did it end?": date(2021, 2, 8),
        "Who agreed it?": "The chair and the board",
    },
}  # fmt: skip


def chapter(report, title):
    """Return the lines of the first chapter with this title."""
    _, rest = re.split(rf"\n\d+\. {title}\n", report, maxsplit=1)
    return re.split(r"\n\n", rest, maxsplit=1)[0].splitlines()


def test_a_review_of_before_is_taken_over_with_its_true_days(client):
    client.force_login(PostFactory(partnership__name="Fen Community Safety Partnership").user)
    officer, chair = Desk(client, REFERENCE), Desk(Client(), REFERENCE)

    adopting.open_it(officer, RECORD)
    adopting.bring_it_to_its_stage(officer, RECORD)
    assert "Step 8 of 10" in officer.go("")
    with pytest.raises(Asked, match="has left its first stage already"):
        adopting.bring_it_to_its_stage(officer, RECORD)
    adopting.name_the_people(officer, RECORD)
    adopting.list_the_agencies(officer, RECORD)
    adopting.record_the_answers(officer, RECORD)
    adopting.seat_the_panel(officer, RECORD)
    chair.client.force_login(User.objects.get(email=CHAIR))
    adopting.declare_independence(officer, RECORD)
    adopting.record_the_meetings(officer, RECORD)
    adopting.record_the_processes(officer, RECORD)
    adopting.agree_the_terms(officer, RECORD)
    adopting.ask_for_evidence(officer, RECORD)
    adopting.enter_the_reports(officer, chair, RECORD)
    adopting.write_the_plan(officer, chair, RECORD)
    adopting.write_the_report(chair, RECORD)
    adopting.make_the_drafts(chair, RECORD)
    adopting.record_the_agreement(officer, chair, RECORD)
    adopting.record_the_home_office(officer, RECORD)
    officer.fill("timescale/hold/", RECORD["hold"])

    history = officer.go("history/")
    assert "May 2021: The chair attended one day of the trial" in history
    assert "2020: Earlier reviews were read again" in history
    assert set(Message.objects.values_list("kind", flat=True)) == {"account_invited"}
    review = Review.objects.get()
    report = as_text(report_from(record_of(review, today=timezone.localdate()), version=""))
    says_what_the_record_says(report)


def says_what_the_record_says(report):
    assert "Linnet, who died in October 2020" in report
    assert chapter(report, "Timescales") == [
        "The steps of the review",
        "Step | When",
        "Earlier reviews were read again | 2020",
        "The partnership was told of the death | October 2020",
        "The independent chair was appointed | December 2020",
        "The panel first met | February 2021",
        "The terms of reference were agreed | February 2021",
        "Meetings of the panel | 4, the last in September 2021",
        "Evidence commissioned | March 2021",
        "The chair attended one day of the trial | May 2021",
        "Drafts of this report | 2 drafts",
        "The first draft was considered | June 2021",
        "The panel agreed the report | October 2021",
        "The partnership signed the report off | November 2021",
        "The report was sent to the Home Office | November 2021",
        "The Home Office asked for further work | April 2022",
        "The report was sent to the Home Office again | September 2022",
    ]
    assert "4.1 The period under review is January 2015 until the death." in report
    assert chapter(report, "Methodology") == [
        "5.1 4 agencies were asked to secure their records and to say what they knew. 4 answered.",
        "5.2 The panel had before it 2 individual management reviews (IMRs) and 2 chronologies.",
    ]
    assert chapter(report, "Contributors to the review")[2:6] == [
        "Elm Trust* | IMR and chronology",
        "Fen Police | Letter",
        "Harbour Refuge | Expert input",
        "Mill Surgery | IMR and chronology",
    ]
    assert chapter(report, "The review panel members")[2:] == [
        "Ambrose Vole | Independent chair and author of the overview report | Independent",
        "Petronel Sedge | Panel member | Head of safeguarding, Elm Trust",
        "Rowan Tarn | Secretary | Independent",
    ]
    assert "Coroner's investigation or inquest | Ended | It was closed after the verdict." in report
    assert "Religion or belief: Linnet | Her faith community knew her." in report
    assert "Learning point 1. Threats are asked about once a couple has parted." in report
    assert "Recommendation 1. Ask everybody who parts whether they are followed." in report
    assert "I took the notes, and nothing else." in report
    assert "Quorn" not in report
