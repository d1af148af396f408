import pytest

from anonymity.checking.all_checks import check_paper
from anonymity.checking.paper import Paper
from tests.anonymity.samples import REGISTER


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


@pytest.mark.parametrize(
    "promise",
    [
        "The gender of Child A has been withheld and no village is given",
        "Neither the sex nor the class of Child A can be discovered from this report",
    ],
)
def test_a_promise_about_the_sex_of_a_child_is_found_where_it_is_told(promise):
    assert broken(f"{promise}.", "Maris gave birth to Child A in May 2012.") == [promise]
    assert broken(f"{promise}.", "Maris rang twice.") == []


@pytest.mark.parametrize(
    "promise",
    [
        "months and not days throughout",
        "report does not disclose the sex of the children or where they live",
        "No exact dates are used here",
        "nothing in it points to the school of the children",
    ],
)
def test_a_promise_in_other_words_is_found(promise):
    breach = "Child A, born on 4 May 2012, went to Quarry Lane Primary. She was seen on 3 May 2018."
    assert broken(f"{promise}.", "BACKGROUND", breach) == [promise]
    assert broken(f"{promise}.", "BACKGROUND", "Maris rang twice in May 2018.") == []


def test_the_health_of_a_child_does_not_tell_its_sex():
    promise = "The sex of Child A has been withheld"
    assert broken(f"{promise}.", "BACKGROUND", "Child A has asthma and has been unwell.") == []


def test_what_a_panel_does_not_say_is_no_promise():
    breach = "Child A, born on 4 May 2012, went to Quarry Lane Primary."
    assert broken("The panel does not say that it could have been known on the day.", breach) == []


def test_what_is_told_of_a_life_is_no_promise():
    breach = "Mrs Ostrander rang."
    for line in (
        "The alert opened only on the screen of the doctor who had been named first.",
        "Maris needed help all day, all but an hour of which was given by the people next door.",
    ):
        assert broken("BACKGROUND", line, breach) == []


@pytest.mark.parametrize(
    ("promise", "breach"),
    [
        ("The children’s schools are not named", "She went to Quarry Lane Primary School."),
        ("The places where services were provided are not named", "She was at Elmbrook Surgery."),
        ("practices have not been identified", "She was at Elmbrook Surgery."),
    ],
)
def test_a_promise_about_places_is_found(promise, breach):
    assert any(promise.split()[-1] in one for one in broken(f"{promise}.", breach))
    assert broken(f"{promise}.", "She was at the surgery.") == []


def test_a_school_that_was_not_named_then_is_left():
    line = "The school was not named in the referral."
    assert broken(line, "She went to Quarry Lane Primary School.") == []
