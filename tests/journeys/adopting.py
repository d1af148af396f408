"""
A review that began on paper is entered page by page, with the days on which things happened.

A record is a plain mapping; what it has is entered, and each function says by which pages.
"""

from tests.journeys.evidence import HAD_NO_PART

LETTER = ("letter.eml", b"From: a@board.example\r\nSubject: Ours\r\n\r\nAs agreed.\r\n")
NO, YES = "No", "Yes"
HAS_NO_CONNECTION = {
    "Have you known, at work or in private, anyone this review is about?": NO,
    "Have you given a service to them, or managed or supervised somebody who did?": NO,
    "Is there anything else that others should know of?": NO,
}
OF_A_CHAIR = {
    "Do you work for an agency of this review or for the partnership?": NO,
    "Have you worked for an agency of this review, for the partnership or in its area?": NO,
    "Do you take part in another review in this area, or did you?": NO,
}


def open_it(officer, record):
    officer.fill("/reviews/open/", {"Reference": officer.review, **record["opening"]})


def bring_it_to_its_stage(officer, record):
    officer.fill("adopt/", record["adopting"])


def name_the_people(officer, record):
    for person in record["people"]:
        officer.fill("people/add/", person)
    officer.go("people/")
    officer.follow("Change Person who died")
    officer.answer(record["victim"])


def list_the_agencies(officer, record):
    """The bodies are added to the directory and their letters recorded in one round."""
    officer.go("agencies/ask/")
    ticked = ""
    for name, kind in record["agencies"].items():
        officer.fill(f"agencies/ask/new/?{ticked}", {"Name": name, "Kind": kind})
        ticked = officer.where.partition("?")[2]
    officer.fill(f"agencies/ask/record/?{ticked}", record["letters"])


def record_the_answers(officer, record):
    for name, answer in record["answers"].items():
        officer.go("agencies/")
        officer.follow(name)
        officer.fill(f"{officer.where}answer/record/", answer)


def seat_the_panel(officer, record):
    officer.fill("panel/chair/", record["chair"])
    for member in record["members"]:
        officer.fill("panel/members/add/", member)


def declare_independence(officer, record):
    for name, said in record["statements"].items():
        officer.go("panel/")
        officer.follow(name)
        officer.fill(f"{officer.where}independence/", {**HAS_NO_CONNECTION, **said})


def record_the_meetings(officer, record):
    for meeting in record["meetings"]:
        officer.fill("meetings/plan/", {"How does the panel meet?": "In person", **meeting})


def record_the_processes(officer, record):
    for process in record["processes"]:
        officer.fill("processes/add/", process)


def agree_the_terms(officer, record):
    terms = record["terms"]
    officer.fill("terms/", {}, press="Begin the terms of reference")
    officer.fill("terms/draft/subjects/", {"Whom is the review about?": terms["subjects"]})
    officer.fill("terms/draft/period/", terms["period"])
    for asked in terms["enquiries"]:
        officer.fill("terms/draft/enquiries/add/", {"What does the review ask?": asked})
    for characteristic in terms["characteristics"]:
        officer.fill("terms/draft/characteristics/", characteristic)
    officer.fill("terms/draft/agree/", terms["agreed"])


def ask_for_evidence(officer, record):
    for asked in record["evidence"]:
        officer.fill("evidence/ask/", asked, press="Go on")
        officer.answer({}, press="Ask for this evidence")


def enter_the_reports(officer, chair, record):
    for name, said in record["reports"].items():
        officer.go("agencies/")
        officer.follow(name)
        part = officer.where
        officer.fill(f"{part}evidence/author/", {**HAD_NO_PART, **said["author"]})
        officer.fill(f"{part}evidence/enter/", said["document"])
        officer.fill(f"{part}evidence/sign-off/", said["sign_off"])
        chair.fill(f"{part}report/accept/", said["accepted"])


def write_the_plan(officer, chair, record):
    for learnt in record["learning"]:
        chair.fill("learning/add/", learnt)
    for said in record["recommendations"]:
        chair.fill("recommendations/add/", said["words"])
        recommendation = chair.where
        for action in said["actions"]:
            officer.fill(f"{recommendation}actions/add/", action)


def write_the_report(chair, record):
    for slug, words in record["sections"].items():
        chair.go(f"report/sections/{slug}/")
        chair.answer({chair.page.xpath("string(//main//h1)").strip().removeprefix("Write "): words})


def make_the_drafts(chair, record):
    for draft in record["drafts"]:
        chair.fill("report/drafts/make/", draft)
        chair.fill(f"{chair.where}release/", {}, press="Release the draft")


def record_the_agreement(officer, chair, record):
    number = len(record["drafts"])
    chair.fill(f"report/drafts/{number}/agree/", record["agreed"])
    officer.fill(f"report/drafts/{number}/sign-off/", record["signed_off"])


def record_the_home_office(officer, record):
    for number, said in enumerate(record["rounds"], 1):
        officer.fill("home-office/put-together/", {"Which draft is sent?": "None"})
        officer.fill(f"home-office/rounds/{number}/add/", said["item"])
        officer.fill(f"home-office/rounds/{number}/sent/", said["sent"])
        if "letter" in said:
            officer.fill(f"home-office/rounds/{number}/letter/", said["letter"])
