"""A death is reviewed, from the notification to the public page and the last action."""

import pytest

from tests.browser.axe import axe
from tests.journeys import cast as who
from tests.journeys import (
    chronologies,
    evidence,
    family,
    notification,
    panel,
    papers,
    partnership,
    scoping,
    terms,
)
from tests.journeys.desk import is_kept_out
from tests.journeys.people import Town

pytestmark = pytest.mark.slow


def test_a_death_is_reviewed_from_notification_to_publication(town):
    a_partnership_gives_its_posts(town)
    a_death_is_notified(town)
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


def a_partnership_gives_its_posts(town: Town) -> None:
    administrator = town.first_administrator(who.ADMINISTRATOR, of=who.PARTNERSHIP)
    partnership.give_posts(
        administrator,
        {
            who.OFFICER: "CSP officer",
            who.CSP_CHAIR: "CSP chair",
            who.HOME_OFFICE_LIAISON: "Home Office liaison",
        },
    )
    partnership.fill_the_directory(
        town.desk(who.OFFICER), police=who.POLICE_AUTHOR, hospital=who.HOSPITAL_AUTHOR
    )


def a_death_is_notified(town: Town) -> None:
    officer = town.desk(who.OFFICER)
    notification.open_the_review(officer, papers.notification(town.files))
    notification.record_the_perpetrator(officer)
    scoping.ask_agencies(officer)
    axe(officer)
    scoping.find_nothing_of_the_case_in(town.letters_about("Search your records", count=4))


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
