"""
The matrix this product follows, cell by cell, beside what its own tables say.

Every cell that differs is told in `docs/access.md` with its reason, and nothing is told there that
does not differ.
"""

import pytest

from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Role
from reviews.access.artefacts import ARTEFACTS, DIFFERENCES, cell
from reviews.models import Permission
from tests.proof.doors import RIGHT_OF
from tests.proof.oracle import RIGHTS

COLUMNS = (
    (Role.CSP_OFFICER,),
    (Role.CSP_CHAIR,),
    (Role.INDEPENDENT_CHAIR, Role.REVIEW_SECRETARY),
    (Role.PANEL_MEMBER,),
    (Role.IMR_AUTHOR,),
    (Role.SENIOR_SIGN_OFF,),
    (Role.ADVISER,),
    (Role.HOME_OFFICE_LIAISON,),
    (Role.AUDITOR,),
)
# all: in the whole review, sooner or later. own: of their agency. less: a summary, or pseudonymised
MATRIX = """
Notification and decision record | all    | all | all | -   | -    | -    | -    | less | less
True names and pseudonyms        | all    | all | all | all | all  | less | -    | -    | -
Scoping requests and returns     | all    | all | all | own | own  | own  | -    | -    | less
Terms of reference               | all    | all | all | all | all  | all  | all  | less | less
Agency's raw chronology          | all    | -   | all | own | own  | own  | -    | -    | -
Composite chronology             | all    | -   | all | all | all  | -    | less | -    | -
IMR before sign-off              | status | -   | all | own | own  | own  | -    | -    | -
IMR as sent                      | all    | -   | all | all | own  | own  | less | -    | -
Questions on an IMR              | all    | -   | all | own | own  | own  | less | -    | -
Panel papers and minutes         | all    | all | all | all | less | -    | own  | -    | -
Family compartment               | all    | -   | all | -   | -    | -    | -    | -    | -
Drafts of the report             | all    | all | all | all | less | less | all  | -    | -
Action plan                      | all    | all | all | own | less | own  | -    | less | all
What is sent to the Home Office  | all    | all | all | all | -    | -    | -    | all  | all
Home Office letter and points    | all    | all | all | all | less | less | less | all  | all
Published set                    | all    | all | all | all | all  | all  | all  | all  | all
Audit trail                      | all    | all | all | -   | -    | -    | -    | -    | all
"""
TERMS_WITHOUT_NAMES = Permission.TERMS_READ_PSEUDONYMISED
OF_ONE_AGENCY = {Role.IMR_AUTHOR, Role.SENIOR_SIGN_OFF}  # what they read at all, they read there


def expected():
    for line in MATRIX.strip().splitlines():
        name, *cells = (one.strip() for one in line.split("|"))
        for roles, level in zip(COLUMNS, cells, strict=True):
            for role in roles:
                yield name, role, level


def level_here(artefact, role):
    if artefact.words.keys() & REVIEW_GRANTS.get(role, frozenset()) == {TERMS_WITHOUT_NAMES}:
        return "less"
    if artefact.everyone or artefact.words.keys() & REVIEW_GRANTS.get(role, frozenset()):
        return "all"
    return "own" if artefact.words.keys() & INVOLVEMENT_GRANTS.get(role, frozenset()) else "-"


def agrees(role, there, here):
    return there == here or (role in OF_ONE_AGENCY and {there, here} == {"all", "own"})


def test_the_tables_differ_from_the_matrix_where_the_printed_page_says_so_and_nowhere_else():
    named = {row.name: row for row in ARTEFACTS}
    found = {
        (name, role)
        for name, role, there in expected()
        if not agrees(role, there, level_here(named[name], role))
    }

    assert found == {(row.artefact, row.role) for row in DIFFERENCES}


def test_every_difference_has_a_reason_and_no_role_gets_more_without_one():
    assert all(row.reason and row.expected for row in DIFFERENCES)
    assert len({(row.artefact, row.role) for row in DIFFERENCES}) == len(DIFFERENCES)


@pytest.mark.parametrize("permission", Permission)
def test_every_permission_is_a_word_in_the_row_of_some_record(permission):
    assert any(permission in row.words for row in ARTEFACTS)


def test_own_parts_are_told_apart_from_the_whole_review():
    named = {row.name: row for row in ARTEFACTS}

    assert cell(named["Action plan"], Role.PANEL_MEMBER) == ("reads; own part: reports progress")
    assert cell(named["Family compartment"], Role.CSP_CHAIR) == ""
    assert cell(named["Published set"], Role.ADVISER) == "reads"


def test_the_oracle_knows_every_permission():
    assert {*RIGHTS, *(one.value for one in RIGHT_OF.values())} == {one.value for one in Permission}
