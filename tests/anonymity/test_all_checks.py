"""All checks together: each finding once, in the order of the paper, whatever the paper is."""

from hypothesis import given
from hypothesis import strategies as st

from anonymity.checking.all_checks import CHECKS, check_paper
from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Line, Paper, lines_of
from anonymity.checking.register import Register
from tests.anonymity.samples import REGISTER

WORDS = """
    Maris|Tobin|Child C|Ostrander|[insert]|12 June 2019|‘I was|’|Dr|Hollis|appendix 3|Monday|
    murdered by|Borough of|1.|.|PO
""".replace("\n", "").split("|")


def test_findings_stand_in_the_order_of_the_paper_and_the_gravest_stands():
    told = []
    paper = Paper.of_text("Dr Ostrander rang.\r\n\r\n[insert name]\nThe Ostrander family, [TBC]")
    found = check_paper(paper, REGISTER, tell=told.append)
    assert [(one.line.number, one.text, one.kind) for one in found] == [
        (1, "Ostrander", Kind.IDENTIFIER),
        (3, "[insert name]", Kind.RESIDUE),
        (4, "Ostrander", Kind.IDENTIFIER),
        (4, "[TBC]", Kind.RESIDUE),
    ]
    assert told == [check.title for check in CHECKS]


def test_lines_of_other_parts_say_which():
    paper = Paper(tuple(lines_of("footnote 3", ["Mrs Ostrander"])))
    (one,) = check_paper(paper, REGISTER)
    assert (one.line.part, one.line.number) == ("footnote 3", 1)


@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=12)), max_size=30))
def test_whatever_the_paper_each_finding_marks_words_of_it(words):
    paper = Paper.of_text(" ".join(words))
    for register in (REGISTER, Register()):
        found = check_paper(paper, register)
        assert found == check_paper(paper, register)
        for one in found:
            assert isinstance(one, Finding)
            assert 0 <= one.start < one.end <= len(one.line.text)
            assert isinstance(one.line, Line)
            assert one.text not in one.reason or len(one.text) < 4
        assert all(severity in Severity for severity in {one.severity for one in found})
