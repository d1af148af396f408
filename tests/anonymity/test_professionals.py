import pytest

from anonymity.checking.checks import professionals
from anonymity.checking.register import Person, Register
from tests.anonymity.samples import found


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Dr Hollis saw her twice.", "Dr Hollis"),
        ("PC 1234 Marden attended.", "PC 1234 Marden"),
        ("Detective Sergeant Ilse Varga wrote", "Detective Sergeant Ilse Varga"),
        ("Social Worker Bryn Acke rang", "Social Worker Bryn Acke"),
        ("Judge Penrose sentenced him", "Judge Penrose"),
        ("DCI Lomas led the case", "DCI Lomas"),
        ("CPN Odile Marsh visited", "CPN Odile Marsh"),
        ("Mrs Tolley next door heard it", "Mrs Tolley"),
        ("Miss F rang twice", "Miss F"),
        ("Coroner Ilse Varga opened it.", "Coroner Ilse Varga"),
        ("IDVA Ilse rang her twice.", "IDVA Ilse"),
        ("Pastor Bryn Acke prayed with them.", "Pastor Bryn Acke"),
    ],
)
def test_a_professional_by_name_is_found(line, text):
    assert found(professionals, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "It was found by the Coroner. Where it rests on one source, that is said.",
        "The GP saw her twice; a Detective Sergeant wrote.",
        "Dr Imelda Trask chaired the panel.",
        "Hollis, Dr A. (2014) Coercive control, p. 3",
        "Dr Hollis et al. found otherwise",
        "a Social Worker Team was set up",
        "Nurse and midwife",
        "DC Court Service",
    ],
)
def test_roles_citations_and_the_declared_are_left(line):
    assert found(professionals, line) == []


LIVES = ["BACKGROUND INFORMATION (THE FACTS)", ""]


def test_a_full_name_is_found_where_lives_are_told():
    line = "Her neighbour, Bernard Oakley, heard a door; so did Maris."
    assert found(professionals, *LIVES, line) == ["Bernard Oakley"]


@pytest.mark.parametrize(
    "line",
    [
        "She was seen at the Victoria Hospital and at Margaret House.",
        "Rowan Pell met her family.",
        "Hope and faith are words.",
    ],
)
def test_names_of_houses_and_of_the_declared_are_left(line):
    assert found(professionals, *LIVES, line) == []


def test_the_panel_and_its_books_have_chapters_of_their_own():
    assert found(professionals, "THE REVIEW PANEL", "", "Bernard Oakley, Northmoor Police") == []


def test_who_made_a_tool_and_a_named_nurse_for_adults_are_left():
    assert found(professionals, "BACKGROUND", "Karen Morrow developed the checklist.") == []
    assert found(professionals, "The Named Nurse Adults agreed.") == []
    assert found(professionals, "BACKGROUND", "Karen Morrow rang.") == ["Karen Morrow"]


def test_who_is_cited_elsewhere_and_a_letter_that_ends_a_sentence_are_left():
    cited = "The panel read Professor Ilse Marrow Tew’s model of control (2018)."
    work = "Professor Marrow Tew’s account of it fits what he said."
    assert found(professionals, *LIVES, cited, "", work) == []
    assert found(professionals, *LIVES, cited, "", "Dr Hollis saw her.") == ["Dr Hollis"]
    assert found(professionals, *LIVES, "He was raised as a Roman Catholic.") == []
    register = Register(people=(Person(role="other", pseudonym="Ms H"),))
    letter = "It was a note of Ms H. Nobody read it."
    assert found(professionals, *LIVES, letter, register=register) == []
    assert found(professionals, *LIVES, "She rang Ms H. She told her.", register=register) == []
    other = "It was Ms H. Tolley who read it."
    assert found(professionals, *LIVES, other, register=register) == ["Ms H. Tolley"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("R. Tolley, the AMHP on call, told the author so.", "R. Tolley"),
        ("It was the duty worker, R Tolley, who rang.", "R Tolley"),
        ("Odile Tolley (the duty AMHP) wrote to her.", "Odile Tolley"),
        ("R. Tolley visited her at home that week.", "R. Tolley"),
        ("Dr. Tolley saw her twice.", "Dr. Tolley"),
        ("A support worker called Wenlow rang her.", "Wenlow"),
        ("Her social worker was Wen Acke from the north team.", "Wen Acke"),
        ("HV Tolley weighed the baby.", "HV Tolley"),
        ("A letter from Dr A Menlow said so.", "Dr A Menlow"),
    ],
)
def test_a_letter_and_a_surname_are_a_name(line, text):
    assert found(professionals, *LIVES, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "She was told so by the Coroner. Where one agency knew, others did not.",
        "She was seen by the Midwife. Nobody asked.",
        "Maris, the neighbour, told her so.",
        "She was seen by the duty worker, who rang. Her social worker was Polish.",
        "Her needs were met (see Care Act, the adviser).",
    ],
)
def test_a_calling_that_ends_a_sentence_names_nobody(line):
    assert found(professionals, *LIVES, line) == []


@pytest.mark.parametrize(
    "line",
    [
        "She retired in the rank of Detective Superintendent, having led it.",
        "The Deborah Quillane Trust and the Deborah Quillane Foundation helped.",
        "The Deborah Quillane training and the Deborah Quillane Public Inquiry were known.",
        "A Marie Curie nurse came; a Police Constable and a Nurse Practitioner rang.",
    ],
)
def test_callings_and_what_is_called_after_somebody_are_left(line):
    assert found(professionals, "BACKGROUND", "", line) == []


def test_a_name_after_the_first_word_of_a_clause_is_found():
    line = "When Deborah Quillane rang, nobody answered."
    assert found(professionals, "BACKGROUND", "", line) == ["Deborah Quillane"]
