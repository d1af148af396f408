"""Authorities and places of another review in the text of this one."""

import pytest

from anonymity.checking.checks import authorities
from tests.anonymity.who import told

REPORT = "Individual Management Review"
HOME = ["Calderwick Community Safety Partnership commissioned it."] * 8


@pytest.mark.parametrize(
    ("line", "heading", "text"),
    [
        ("Zennor Safeguarding Children Partnership has withdrawn it.", "ANALYSIS",
         "Zennor Safeguarding Children Partnership"),
        ("The London Borough of Zennor commissions the refuge.", "ANALYSIS",
         "London Borough of Zennor"),
        ("Zennor Borough Council should train its staff.", "RECOMMENDATIONS",
         "Zennor Borough Council"),
        ("Were there any barriers to seeking help in Zennor?", "TERMS OF REFERENCE", "Zennor"),
    ],
)  # fmt: skip
def test_another_area_is_found(line, heading, text):
    assert told(authorities, *HOME, line, heading=heading) == [text]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Calderwick Council should train its staff.", "RECOMMENDATIONS"),
        ("She had lived before in Zennor, and Zennor Police were known to her.", "BACKGROUND"),
        ("The chair previously worked for Zennor County Council.", "AUTHOR"),
        ("Services in England and across Calderwick were asked whether they knew.", "SCOPE"),
        ("The Regional Safeguarding Board was told. Following MARAC, she was seen.", "ANALYSIS"),
        (
            f"Calderwick Council, for its schools – {REPORT}\nNorthmoor Trust – {REPORT}",
            "WHO WROTE",
        ),
        ("Domestic Abuse Partnership, Community Safety Partnership", "ANALYSIS"),
    ],
)
def test_its_own_area_and_where_somebody_was_before_are_left(line, heading):
    assert told(authorities, *HOME, line, heading=heading) == []


def test_a_chair_of_an_authority_of_elsewhere_is_found():
    line = "The Chair of Exmarsh Community Safety Partnership will watch over the plan."
    assert told(authorities, *HOME, line) == ["The Chair of Exmarsh Community Safety Partnership"]
    assert told(authorities, *HOME, line.replace("Exmarsh", "Calderwick")) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The author of the Zennor Constabulary IMR spoke to those who came.",
         "Zennor Constabulary"),
        ("The author wrote for Zennor Borough Council, whose team holds the action plan.",
         "Zennor Borough Council"),
        ("He was previously with the Safer Zennor Board, to which this report is made.",
         "Safer Zennor Board"),
        ("She chaired for Zennor Safety Partnership, which commissioned this review.",
         "Zennor Safety Partnership"),
    ],
)  # fmt: skip
def test_one_that_acts_for_this_review_is_found_though_an_author_is_named(line, text):
    assert told(authorities, *HOME, line, heading="ANALYSIS") == [text]


@pytest.mark.parametrize(
    "line",
    [
        "Brief MARAC chairs, and train Adult Social Care.",
        "The Police Chiefs’ Council and the Medical Council wrote guidance.",
        "She had lived before in Zennor; the Zennor Police chronology says so.",
        "The author of a study for Zennor Borough Council agrees.",
        "There were 400 such offences in England and Wales, without those of Zennor Police.",
        "The scheme was piloted by Zennor Constabulary and is now law.",
        "It rose by a fifth (Office of Numbers, 2019, excluding Zennor Police).",
    ],
)
def test_what_is_told_to_do_and_bodies_of_a_calling_are_no_area(line):
    assert told(authorities, *HOME, line, heading="ANALYSIS") == []


def test_a_body_of_another_area_that_leads_an_action_is_found():
    plan = "ACTION PLAN"
    row = "11.7\tGuidance to practices\t{}\tJune 2022\tOut for comment"
    lead = "Zennor Clinical Commissioning Group"
    assert told(authorities, *HOME, row.format(lead), heading=plan) == [lead]
    assert told(authorities, *HOME, row.format("Zennor NHS Trust"), heading=plan) == []
    again = "Zennor was asked for its records."
    assert told(authorities, *HOME, row.format(lead), again, heading=plan) == []
