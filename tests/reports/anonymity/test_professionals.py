import pytest

from reports.anonymity.checks import professionals
from tests.reports.anonymity.samples import found


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Dr Hollis saw her twice.", "Dr Hollis"),
        ("PC 1234 Marden attended.", "PC 1234 Marden"),
        ("Detective Sergeant Ilse Varga wrote", "Detective Sergeant Ilse Varga"),
        ("Social Worker Bryn Acke rang", "Social Worker Bryn Acke"),
        ("Judge Penrose sentenced him", "Judge Penrose"),
        ("DCI Lomas led the case", "DCI Lomas"),
    ],
)
def test_a_professional_by_name_is_found(line, text):
    assert found(professionals, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
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
