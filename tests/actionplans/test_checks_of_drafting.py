"""What a recommendation or an action lacks: said once, and not where it lacks nothing."""

from datetime import date

import pytest

from actionplans.checks.all_drafting import remarks_on
from actionplans.checks.drafted import Drafted
from actionplans.queries.deciding import deciders_from
from agencies.listed import BODIES

NAMES = {one.key: one.name for one in BODIES}
DIRECTORY = deciders_from({**vars(one), "part_of": NAMES.get(one.part_of)} for one in BODIES)
WHOLE = Drafted(
    "Ask every patient alone at booking whether they are safe at home.",
    to="Tern Valley Hospital",
    owner="Head of Midwifery",
    measure="Of 50 records sampled each quarter 48 show that the patient was asked alone.",
    due_on=date(2026, 9, 30),
    is_action=True,
)


def codes(drafted):
    return {one.code for one in remarks_on(drafted, DIRECTORY)}


def action(**changed):
    return Drafted(**{**vars(WHOLE), **changed})


def asked(text, *, to="Tern Valley Hospital", scope="LOCAL", **more):
    return Drafted(text, to=to, scope=scope, **more)


def test_an_action_that_lacks_nothing_is_left_alone():
    assert codes(WHOLE) == set()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"text": "Consider whether patients could be asked alone at booking."}, "specific"),
        ({"text": "Improve practice."}, "specific"),
        ({"text": "Remind all midwives of the need to ask every patient alone."}, "reminding"),
        ({"text": "Make front-line staff aware that patients are to be asked."}, "reminding"),
        ({"text": "Circulate the learning of this review to all wards in May."}, "reminding"),
        ({"measure": ""}, "measurable"),
        ({"measure": "Things are better."}, "measurable"),
        ({"measure": "All training sessions delivered."}, "outcome"),
        ({"measure": "The policy is published by each ward."}, "outcome"),
        ({"to": ""}, "owned"),
        ({"owner": " "}, "owned"),
        ({"due_on": None}, "dated"),
    ],
)
def test_the_part_that_is_missing_is_named(changed, code):
    assert codes(action(**changed)) == {code}


def test_a_recommendation_is_asked_for_what_its_actions_do_not_say():
    bare = asked("The hospital asks patients alone whether they are safe at home.")
    assert codes(bare) == {"measurable", "dated"}
    assert codes(asked(bare.text, is_planned=True)) == set()
    timed = asked("The hospital asks every patient alone within six months of publication.")
    assert codes(timed) == set()
    assert "owned" in codes(asked(bare.text, to="All partners"))


ELSEWHERE = [
    ("Fund each refuge for three years by 2027.", "Home Office", "NATIONAL"),
    ("Write police training on stalking by 2027.", "Home Office", "NATIONAL"),
    ("Write police training on stalking by 2027.", "NHSE", "LOCAL"),
    ("Flag perpetrators in the records of each GP practice by 2027.", "Home Office", "NATIONAL"),
    ("Require an alert in the contract of each GP practice by 2027.", "Ofsted", "NATIONAL"),
    ("Pay Universal Credit to each partner apart by 2027.", "Home Office", "NATIONAL"),
    ("Teach healthy relationships education from age 11 by 2027.", "Home Office", "NATIONAL"),
    ("Allow legal aid to each bereaved family by 2027.", "College of Policing", "NATIONAL"),
    ("Ask every emergency department to screen by 2027.", "Ministry of Justice", "NATIONAL"),
    ("Inspect every mental health trust on this by 2027.", "Home Office", "NATIONAL"),
    ("Tag each prisoner on release from prison by 2027.", "NHS England", "NATIONAL"),
    ("Each tenant is asked alone by May 2027.", "Tern Valley Housing", "NATIONAL"),
    (
        "The contract of every GP practice in the country changes nationally by 2027.",
        "Tern Valley Council",
        "LOCAL",
    ),
]
WHERE_IT_BELONGS = [
    ("Write police training on stalking by 2027.", "College of Policing", "NATIONAL"),
    ("Each force has police training on stalking by 2027.", "Tern Valley Police", "LOCAL"),
    ("Require an alert in the contract of each GP practice.", "NHS England, London", "NATIONAL"),
    ("Require an alert in the contract of each GP practice.", "DHSC", "NATIONAL"),
    ("Each tenant is asked alone by May 2027.", "Tern Valley Housing", "SINGLE_AGENCY"),
    ("Teach each pupil about coercive control by 2027.", "Department for Education", "NATIONAL"),
    ("Amend the firearms licensing rules by 2027 on every licence.", "Home Office", "NATIONAL"),
    ("Pay Universal Credit to each partner apart by 2027.", "DWP", "NATIONAL"),
    ("Allow legal aid to each bereaved family by 2027.", "Ministry of Justice", "NATIONAL"),
    ("Ask each patient of the hospital alone by 2027.", "Tern Valley Hospital Trust", "LOCAL"),
    ("Publish every answer by 2027.", "Domestic Abuse Commissioner", "NATIONAL"),
]


@pytest.mark.parametrize(("text", "to", "scope"), ELSEWHERE)
def test_whoever_does_not_decide_it_is_not_asked(text, to, scope):
    assert "addressed" in codes(asked(text, to=to, scope=scope))


@pytest.mark.parametrize(("text", "to", "scope"), WHERE_IT_BELONGS)
def test_whoever_decides_it_is_asked_without_remark(text, to, scope):
    assert "addressed" not in codes(asked(text, to=to, scope=scope))


def test_every_remark_says_what_why_and_what_would_mend_it():
    empty = remarks_on(action(text="Consider.", to="", owner="", measure="", due_on=None))
    assert {one.code for one in empty} == {"specific", "measurable", "owned", "dated"}
    for one in [*empty, *remarks_on(asked("Remind all staff.", to="All partners"))]:
        assert one.missing
        assert one.why.endswith(".")
        assert one.mend.endswith(".")
