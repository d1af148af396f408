import pytest

from reports.anonymity.checks import structure
from tests.reports.anonymity.samples import found

NUMBERED = [f"{number}. Words of this paragraph." for number in range(1, 8)]
APPENDICES = ["Appendix 1", "Terms", "Appendix 2: Plan", "Actions"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("as set out in appendix 3", "appendix 3"),
        (
            "listed in the glossary at the end of the report",
            "in the glossary at the end of the report",
        ),
        ("see paragraph 12", "paragraph 12"),
        ("as said in section 14.3", "section 14.3"),
        ("Appendix 4 – Glossary\t48", "Appendix 4"),
    ],
)
def test_a_reference_that_leads_nowhere_is_found(line, text):
    assert text in found(structure, *NUMBERED, *APPENDICES, line)


@pytest.mark.parametrize(
    "line",
    [
        "as set out in appendix 2",
        "see paragraph 4",
        "paragraph 91 of the statutory guidance",
        "paragraph 12 in the Act",
        "detained under section 41 of the Act",
        "the gloss of her hair",
    ],
)
def test_one_that_leads_somewhere_is_left(line):
    assert found(structure, *NUMBERED, *APPENDICES, line) == []


def test_a_paper_without_appendices_or_numbers_has_them_elsewhere():
    assert found(structure, "as set out in appendix 3", "see paragraph 12") == []
    assert found(structure, "Glossary", "listed in the glossary") == []
