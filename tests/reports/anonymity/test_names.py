import pytest

from reports.anonymity.checks import names
from reports.anonymity.finding import Kind, Severity
from reports.anonymity.paper import Paper
from reports.anonymity.register import Person, Register
from tests.reports.anonymity.samples import REGISTER, found


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Philippa Ostrander was seen by her GP.", "Philippa Ostrander"),
        ("A letter to Mrs Ostrander was returned.", "Ostrander"),
        ("Her family called her ‘Pip’.", "Pip"),
        ("He said that Philippa’s phone was off.", "Philippa"),
        ("PO told the nurse that GW had left.", "PO"),
        ("P.O. did not attend.", "P.O"),
        ("Mrs Ostrandar was not at home.", "Ostrandar"),
        ("Mr Wendelholme was arrested.", "Wendelholme"),
        ("Philippa\u00a0Ostrander", "Philippa\u00a0Ostrander"),
    ],
)
def test_a_name_is_found_in_every_form(line, text):
    assert text in found(names, line)


@pytest.mark.parametrize(
    "line",
    [
        "Maris was seen by her GP.",
        "The post office (P.O.B. 12) kept the parcel.",
        "Imelda Trask chaired the panel.",
        "The POLICE were called; the PONY was not.",
        "a pipette, a pip and an osprey",
    ],
)
def test_what_is_nobodys_name_is_left(line):
    assert found(names, line) == []


def test_it_stops_and_says_what_to_write_instead():
    (one,) = names.find(Paper.of_text("Mrs Ostrander"), REGISTER)
    assert (one.kind, one.severity, one.proposal) == (Kind.IDENTIFIER, Severity.STOP, "Maris")
    nobody = Register(people=(Person(role="friend", true_names=("Zeb Quill",)),))
    (one, *_) = names.find(Paper.of_text("Zeb Quill"), nobody)
    assert one.proposal == "the friend"


def test_a_name_that_may_be_printed_is_no_finding():
    shared = Register(
        people=(Person(pseudonym="Maris", true_names=("Anwen Trask",)),),
        may_be_named=("Imelda Trask",),
    )
    assert found(names, "Imelda Trask wrote to Anwen.", register=shared) == ["Anwen"]
