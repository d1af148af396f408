"""A death is reviewed, from the notification to the public page and the last action."""

import pytest

from tests.browser.axe import axe
from tests.journeys import cast as who
from tests.journeys import (
    certificates,
    chronologies,
    evidence,
    family,
    home_office,
    notification,
    panel,
    papers,
    partnership,
    plan,
    publication,
    report,
    scoping,
    terms,
)
from tests.journeys.desk import follow, is_kept_out, reads
from tests.journeys.people import Town

pytestmark = pytest.mark.slow


def test_a_death_is_reviewed_from_notification_to_publication(town):
    a_partnership_gives_its_posts(town)
    a_death_is_notified(town)
    the_officer_signs_in_at_another_desk(town)
    agencies_say_what_they_know(town)
    the_partnership_decides(town)
    a_panel_forms(town)
    the_family_is_asked(town)
    the_panel_agrees_its_terms(town)
    evidence_is_asked_for(town)
    the_police_answer_for_themselves(town)
    the_hospital_answers_for_itself(town)
    three_chronologies_are_sent(town)
    the_panel_reads_one_story(town)
    the_panel_finds_and_recommends(town)
    the_report_is_written_and_agreed(town)
    the_home_office_reads_it(town)
    its_points_are_answered(town)
    the_partnership_publishes(town)
    anybody_reads_it(town)
    an_agency_acts(town)
    no_letter_told_anything(town)


def a_partnership_gives_its_posts(town: Town) -> None:
    administrator = town.first_administrator(who.ADMINISTRATOR, of=who.PARTNERSHIP)
    partnership.give_first_post(administrator, who.OFFICER, "CSP officer")
    officer = town.desk(who.OFFICER)
    partnership.give_posts(
        administrator,
        officer,
        {who.CSP_CHAIR: "CSP chair", who.HOME_OFFICE_LIAISON: "Home Office liaison"},
    )
    partnership.fill_the_directory(officer, police=who.POLICE_AUTHOR, hospital=who.HOSPITAL_AUTHOR)


def a_death_is_notified(town: Town) -> None:
    officer = town.desk(who.OFFICER)
    notification.open_the_review(officer, papers.notification(town.files))
    notification.record_the_perpetrator(officer)
    scoping.ask_agencies(officer)
    axe(officer)
    town.letters_about("Search your records", count=4)


def the_officer_signs_in_at_another_desk(town: Town) -> None:
    elsewhere = town.comes_back(who.OFFICER)
    follow(elsewhere, who.OFFICER.full_name)
    reads(elsewhere, "Authenticator", "10 recovery codes left", "Chrome on Linux (this one)")


def agencies_say_what_they_know(town: Town) -> None:
    officer = town.desk(who.OFFICER)
    scoping.answer_in_person(
        town.desk(who.POLICE_AUTHOR), who.POLICE, account="Two calls to the home."
    )
    scoping.answer_in_person(
        town.desk(who.HOSPITAL_AUTHOR), who.HOSPITAL, account="One visit, one not kept."
    )
    scoping.record_an_emailed_answer(officer, papers.email(town.files))
    scoping.record_a_nil_return(officer)


def the_partnership_decides(town: Town) -> None:
    officer, csp_chair = town.desk(who.OFFICER), town.desk(who.CSP_CHAIR)
    notification.move_on(officer, "Prepare the decision", to="Decision pending")
    notification.decide_to_review(csp_chair)
    notification.move_on(csp_chair, "Commission the review", to="Commissioned")
    notification.tell_of_the_decision(officer)


def a_panel_forms(town: Town) -> None:
    panel.appoint_the_chair(town.desk(who.OFFICER))
    panel.seat_a_member(town.desk(who.OFFICER))
    panel.declare_independence(town.desk(who.INDEPENDENT_CHAIR), panel.OF_A_CHAIR)
    panel.declare_independence(town.desk(who.PANEL_MEMBER), panel.OF_A_MEMBER)
    notification.move_on(town.desk(who.INDEPENDENT_CHAIR), "Confirm the panel", to="Panel formed")


def the_family_is_asked(town: Town) -> None:
    chair = town.desk(who.INDEPENDENT_CHAIR)
    family.write_to_the_mother(chair)
    family.keep_the_pseudonyms_she_chose(chair)
    axe(chair)
    for outsider in (who.CSP_CHAIR, who.PANEL_MEMBER, who.POLICE_AUTHOR):
        is_kept_out(town.desk(outsider), chair.url)


def the_panel_agrees_its_terms(town: Town) -> None:
    chair = town.desk(who.INDEPENDENT_CHAIR)
    panel.call_a_meeting(chair, "Terms of reference", "What to ask of each agency")
    panel.take_the_minutes(chair, item="Terms of reference", decision="The terms are agreed.")
    terms.write_the_terms(chair)
    terms.agree_the_terms(chair)
    notification.move_on(
        chair, "Record the terms of reference as agreed", to="Terms of reference agreed"
    )


def evidence_is_asked_for(town: Town) -> None:
    officer = town.desk(who.OFFICER)
    evidence.ask_for_evidence(officer)
    evidence.admit(officer, who.POLICE_AUTHOR, who.POLICE, "IMR author")
    evidence.admit(officer, who.POLICE_SENIOR, who.POLICE, "Senior sign-off")
    evidence.admit(officer, who.HOSPITAL_AUTHOR, who.HOSPITAL, "IMR author")
    notification.move_on(officer, "Start collecting evidence", to="Collecting evidence")


def the_police_answer_for_themselves(town: Town) -> None:
    author = town.desk(who.POLICE_AUTHOR)
    evidence.declare_and_begin(author, who.POLICE, post="Review officer")
    evidence.write_the_imr(
        author,
        papers.imr(town.files),
        found="Two calls to the home, each closed on the day.",
        lesson="Nobody asked about control.",
        remedy="Ask about control at every call to a home.",
    )
    axe(author)
    is_kept_out(town.desk(who.HOSPITAL_AUTHOR), author.url)
    evidence.ask_for_sign_off(author)
    evidence.sign_off(town.desk(who.POLICE_SENIOR), who.POLICE)
    evidence.accept(town.desk(who.INDEPENDENT_CHAIR), who.POLICE)


def the_hospital_answers_for_itself(town: Town) -> None:
    """Its author writes here; whoever signs off for it has no account, and says so by email."""
    author = town.desk(who.HOSPITAL_AUTHOR)
    evidence.declare_and_begin(author, who.HOSPITAL, post="Safeguarding lead")
    evidence.write_the_imr(
        author,
        papers.imr(town.files),
        found="One visit with an injury.",
        lesson="An injury was taken as told.",
        remedy="Ask everybody alone how they were hurt.",
    )
    evidence.ask_for_sign_off(author)
    evidence.record_a_sign_off(
        town.desk(who.OFFICER), who.HOSPITAL, papers.email(town.files), senior="Medical director"
    )
    evidence.accept(town.desk(who.INDEPENDENT_CHAIR), who.HOSPITAL)


def three_chronologies_are_sent(town: Town) -> None:
    officer, email = town.desk(who.OFFICER), papers.email(town.files)
    police, hospital = town.desk(who.POLICE_AUTHOR), town.desk(who.HOSPITAL_AUTHOR)
    chronologies.send(police, who.POLICE, papers.police_chronology(town.files))
    chronologies.mend_the_impossible_day(police)
    chronologies.submit(police)
    chronologies.sign_off(town.desk(who.POLICE_SENIOR), who.POLICE)
    chronologies.send(hospital, who.HOSPITAL, papers.hospital_chronology(town.files))
    chronologies.submit(hospital)
    chronologies.record_a_sign_off(officer, who.HOSPITAL, email, senior="Medical director")
    chronologies.record(officer, papers.housing_chronology(town.files), email)
    chronologies.submit(officer)
    chronologies.record_a_sign_off(officer, who.HOUSING, email, senior="Director of housing")


def the_panel_reads_one_story(town: Town) -> None:
    chronologies.release_all(town.desk(who.INDEPENDENT_CHAIR))
    chronologies.read_the_whole_story(town.desk(who.PANEL_MEMBER))
    axe(town.desk(who.PANEL_MEMBER))
    notification.move_on(town.desk(who.INDEPENDENT_CHAIR), "Start drafting", to="Drafting")


def the_panel_finds_and_recommends(town: Town) -> None:
    chair, officer = town.desk(who.INDEPENDENT_CHAIR), town.desk(who.OFFICER)
    plan.find_and_learn(chair)
    plan.recommend(chair)
    for number, lead, action in (
        (1, who.HOSPITAL, "Train the emergency department."),
        (2, who.POLICE, "Change the form for calls to a home."),
        (3, who.PARTNERSHIP, "Agree one set of questions."),
    ):
        plan.plan_an_action(officer, recommendation=number, lead=lead, action=action)


def the_report_is_written_and_agreed(town: Town) -> None:
    chair, member = town.desk(who.INDEPENDENT_CHAIR), town.desk(who.PANEL_MEMBER)
    facts = "Maris lived with Aldo.\n\n## What was known\n\nA neighbour heard shouting."
    report.write(chair, "Background information (the facts)", facts)
    report.number_and_release(chair, "For the panel")
    report.comment(member, "Draft 1", paragraph="9.1", words="Since when did they live together?")
    report.settle(chair, "Draft 1", because="It would tell readers who they were.")
    notification.move_on(
        chair,
        "Give the draft to family and agencies to read",
        to="Family and agencies reading",
    )
    report.ask_for_agreement(chair, "Draft 1")
    report.agree(member)
    report.agree(chair)
    report.close_the_round(chair)
    report.record_the_agreement(chair, "Draft 1")
    notification.move_on(chair, "Record the panel's agreement", to="Agreed by the panel")
    report.sign_off(town.desk(who.CSP_CHAIR), "Draft 1", papers.minute(town.files))
    notification.move_on(
        town.desk(who.CSP_CHAIR),
        "Sign off for the partnership",
        to="Signed off by the partnership",
    )


def the_home_office_reads_it(town: Town) -> None:
    officer, liaison = town.desk(who.OFFICER), town.desk(who.HOME_OFFICE_LIAISON)
    home_office.put_the_pack_together(officer, "Draft 1")
    it_is_certified(town, "Round 1", goes_to="The Home Office")
    home_office.send_the_pack(officer)
    notification.move_on(officer, "Send to the Home Office", to="Sent to the Home Office")
    publication.is_marked(home_office.read_the_pack(liaison, town.files))
    axe(liaison)
    is_kept_out(liaison, officer.url)
    home_office.record_that_it_arrived(officer)
    notification.move_on(
        officer, "Record that the Home Office has it", to="Home Office quality assurance"
    )
    home_office.record_the_letter(officer, papers.home_office_letter(town.files))
    notification.move_on(
        officer, "Record clearance subject to changes", to="Cleared subject to changes"
    )


def it_is_certified(town: Town, what: str, *, goes_to: str) -> None:
    """On the officer's page of what is to leave: checked, decided on, and signed by two others."""
    certificates.have_checked(town.desk(who.OFFICER))
    certificates.certify(town.desk(who.INDEPENDENT_CHAIR), what=what, goes_to=goes_to)
    certificates.sign_too(town.desk(who.CSP_CHAIR), what=what)


def its_points_are_answered(town: Town) -> None:
    chair = town.desk(who.INDEPENDENT_CHAIR)
    notification.move_on(chair, "Start revising", to="Revising")
    home_office.answer_the_points(chair)
    report.write(chair, "Conclusions", "The mother of Maris was offered an advocate at once.")
    report.number_and_release(chair, "Revised after quality assurance")
    notification.move_on(chair, "Record clearance", to="Cleared")


def the_partnership_publishes(town: Town) -> None:
    csp_chair = town.desk(who.CSP_CHAIR)
    notification.move_on(town.desk(who.OFFICER), "Prepare to publish", to="Preparing to publish")
    publication.decide_to_publish(csp_chair)
    publication.introduce_it(csp_chair, f"{who.VICTIM} was killed by her husband.")
    publication.is_stopped_by_a_true_name(csp_chair)
    publication.introduce_it(csp_chair, f"{who.VICTIM_PSEUDONYM} was killed by her husband.")
    publication.go_to_publication(town.desk(who.OFFICER))
    it_is_certified(town, "What is to be published", goes_to="Anyone: publication")
    publication.publish(csp_chair)


def anybody_reads_it(town: Town) -> None:
    reader = town.stranger()
    publication.find_the_report(reader)
    axe(town.stranger(at=reader.url, javascript=True))
    publication.names_nobody(publication.read_everything(reader))
    publication.is_public(publication.download_the_report(reader, town.files))


def an_agency_acts(town: Town) -> None:
    officer, contact = town.desk(who.OFFICER), town.desk(who.HOSPITAL_AUTHOR)
    notification.move_on(officer, "Follow up the actions", to="Following up actions")
    plan.report_progress(contact, action="1.1", words="Every nurse asks alone since this week.")
    publication.find_progress(town.stranger(), "Reported as completed, not checked yet")


def no_letter_told_anything(town: Town) -> None:
    """Everything that was sent on the way led to a page, and said nothing of the case."""
    letters = town.letters()
    assert len(letters) > 20
    for letter in letters:
        words = f"{letter['Subject']} {letter.get_content()}"
        for name in (who.VICTIM, who.PERPETRATOR, who.MOTHER, who.VICTIM_PSEUDONYM):
            assert name.split()[-1] not in words
