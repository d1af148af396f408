import pytest

from reports.anonymity.all_checks import check_paper
from reports.anonymity.paper import Paper
from tests.reports.anonymity.samples import REGISTER


def broken(*lines):
    found = check_paper(Paper.of_text("\n".join(lines)), REGISTER)
    return [one.text for one in found if "does not keep this" in one.reason]


@pytest.mark.parametrize(
    ("promise", "breach"),
    [
        ("No schools or addresses appear in this report", "She went to Quarry Lane Primary."),
        ("Only members of the panel are named", "Mrs Ostrander rang."),
        ("their sex and ages are not given", "Maris gave birth to Child A in May 2012."),
    ],
)
def test_a_promise_that_the_paper_breaks_is_found(promise, breach):
    assert broken(f"{promise}.", breach) == [promise]


@pytest.mark.parametrize(
    "lines",
    [
        ["No schools or addresses appear in this report.", "She went to a primary school."],
        ["Only members of the panel are named.", "She went to Quarry Lane Primary."],
        ["The report was given only to those on the panel.", "Mrs Ostrander rang."],
        ["No further action was taken.", "Mrs Ostrander rang."],
    ],
)
def test_one_that_it_keeps_is_left(lines):
    assert broken(*lines) == []
