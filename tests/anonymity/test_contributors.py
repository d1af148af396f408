"""How many bodies contributed, and how many sat on the panel. All is invented."""

import pytest

from anonymity.checking.checks import contributors
from tests.anonymity.samples import found

LAYOUTS = {
    "marks in brackets, lines that read on": [
        "Northmoor Police (IMR)",
        "Calderwick Council, for its social care of adults and for its housing service (IMR)",
        "Harbour Hospitals NHS Foundation Trust, for the emergency department (IMR)",
        "The practice (IMR)",
        "A charity (short report)",
    ],
    "a dash": [
        "Northmoor Police – Individual Management Review",
        "Calderwick Council – Individual Management Review",
        "Harbour Trust – Individual Management Review",
        "The practice – Individual Management Review",
        "Wardle College – letter",
    ],
    "cells": [
        "Agency", "Contribution",
        "Northmoor Police", "IMR", "Calderwick Council", "IMR", "Harbour Trust", "IMR",
        "The practice", "IMR", "A charity", "Short report",
    ],
    "a table": [
        "Agency\tContribution",
        "Northmoor Police\tIMR", "Calderwick Council\tIMR", "Harbour Trust\tIMR",
        "The practice\tIMR", "A charity\tShort report",
    ],
}  # fmt: skip


def contributed(layout, line):
    return found(
        contributors, "7. Contributors to the review", line, *LAYOUTS[layout], "", "8. Next"
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("7.1 Three Agencies provided an Individual Management Review.",
         "Three Agencies provided an Individual Management Review"),
        ("7.1 The six agencies which contributed are listed.", "six agencies which contributed"),
        ("7.1 IMRs were received from three of the agencies.",
         "IMRs were received from three of the agencies"),
        ("7.1 The six contributing agencies are listed below.", "six contributing agencies"),
        ("7.1 Contributions were received from four organisations.",
         "Contributions were received from four organisations"),
    ],
)  # fmt: skip
def test_another_number_than_is_listed_is_found(layout, line, text):
    assert contributed(layout, line) == [text]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "line",
    [
        "7.1 Four agencies provided an IMR and one a short report.",
        "7.1 The five agencies which contributed are listed.",
        "7.1 IMRs were received from four agencies.",
        "7.1 Sixteen agencies were asked and four provided an IMR.",
        "7.2 Agencies that gave a short report did not sit on the panel.",
    ],
)
def test_the_number_that_is_listed_is_left(layout, line):
    assert contributed(layout, line) == []


MEMBERS = {
    "a dash": ["Imelda Trask – Chair", "Rowan Pell – Northmoor Police", "Ada Firth – Harbour Trust",
               "Ned Oram – Calderwick Council"],
    "cells": ["Name", "Post and agency", "Imelda Trask", "Chair", "Rowan Pell", "Northmoor Police",
              "Ada Firth", "Harbour Trust", "Ned Oram", "Calderwick Council"],
    "a table": ["Name\tRole\tOrganisation", "Imelda Trask\tChair\tNone", "Rowan Pell\tHead\tPolice",
                "Ada Firth\tNurse\tHarbour Trust", "Ned Oram\tManager\tCouncil"],
}  # fmt: skip


@pytest.mark.parametrize("layout", MEMBERS)
def test_members_of_the_panel_are_counted(layout):
    def sat(line):
        return found(contributors, "8. The Review Panel", *MEMBERS[layout], "", line)

    assert sat("8.1 The panel comprised six members.") == ["panel comprised six members"]
    assert sat("8.1 The two panel members had no contact.") == ["The two panel members"]
    assert sat("8.1 The panel comprised four members.") == []
    assert sat("8.1 Besides the chair the panel had three members.") == []
    assert sat("8.1 Two members of the panel were ill.") == []


def test_a_list_of_abbreviations_is_no_list_of_contributors():
    words = ["IMR – Individual Management Review", "SAR – Safeguarding Adults Review",
             "CPN – a nurse (IMR author)"]  # fmt: skip
    assert found(contributors, *words, "Six agencies provided an IMR.") == []
