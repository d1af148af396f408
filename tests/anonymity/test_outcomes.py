"""What went in two ways. All is invented."""

import pytest

from anonymity.checking.checks import denials, grades, never, outcomes, swapped
from tests.anonymity.samples import found


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (["Tobin pleaded guilty to murder.", "He pleaded not guilty to murder."],
         ["pleaded guilty to murder", "pleaded not guilty to murder"]),
        (["She died at the scene.", "Maris was dead when officers arrived.",
          "Maris was taken to hospital, where she later died."],
         ["taken to hospital, where she later died"]),
        (["His plea to manslaughter was accepted.", "The Crown accepted that plea.",
          "Lorne was told of the jury’s verdict by telephone."], ["jury’s verdict"]),
        (["The judge accepted his plea.", "The plea was accepted in May.",
          "The jury had heard of the earlier assault."], ["The jury had heard"]),
        (["The cause of her death was strangulation.", "She died from stab wounds."],
         ["cause of her death was strangulation", "died from stab"]),
        (["Nobody else was in the flat when Maris was killed.",
          "Child A, who was asleep upstairs, was carried out past the ambulance."],
         ["Nobody else was in", "Child A, who was asleep upstairs, was carried out"]),
        (["The application for a non-molestation order was refused.",
          "Maris had obtained a non-molestation order."],
         ["application for a non-molestation order was refused",
          "had obtained a non-molestation order"]),
    ],
)  # fmt: skip
def test_two_ways_are_found(lines, texts):
    assert found(outcomes, *lines) == texts


@pytest.mark.parametrize(
    "lines",
    [
        ["He pleaded not guilty to murder, but guilty to manslaughter.", "He denied murder."],
        ["The plea was accepted in May.", "The verdict of the jury at the inquest was suicide."],
        ["She died at the scene.", "Her father had died in hospital when she was a child."],
        ["Nobody else was in the room for the interview.", "Child A was asleep upstairs."],
        ["His former partner had obtained a non-molestation order.",
         "The application for a non-molestation order was refused."],
    ],
)  # fmt: skip
def test_what_can_both_be_is_left(lines):
    assert found(outcomes, *lines) == []


FACTS = [
    "THE FACTS",
    "5.1 In March 2017 Calderwick Council offered Tobin a carer’s assessment, and he declined it.",
    "5.2 In June 2017 he was made subject to a community order.",
    "5.3 In July 2017 the case was heard at MARAC. The DASH was graded as medium risk.",
    "5.4 In August 2017 Northmoor Police visited the flat after a call.",
    "5.5 He was arrested for criminal damage in September 2017.",
    "ANALYSIS",
]


@pytest.mark.parametrize(
    ("check", "line", "text"),
    [
        (never, "At no time was Tobin offered an assessment as a carer.",
         "At no time was Tobin offered"),
        (swapped, "The suspended sentence that followed lowered the guard of everybody.",
         "suspended sentence"),
        (denials, "Maris was never referred to MARAC.", "never referred to MARAC"),
        (denials, "At no time was Maris’s own case put before a MARAC.",
         "At no time was Maris’s own case put before a MARAC"),
        (denials, "At no stage was a referral made to MARAC.",
         "At no stage was a referral made to MARAC"),
        (denials, "The MARAC never considered her.", "MARAC never considered"),
        (denials, "Tobin had never been arrested.", "had never been arrested"),
        (denials, "At no time was Tobin arrested.", "At no time was Tobin arrested"),
        (denials, "Northmoor Police. The Force had no contact with the couple before 2018.",
         "The Force had no contact with the couple before 2018"),
        (denials, "Northmoor Police had no contact with the couple before 2018.",
         "Northmoor Police had no contact with the couple before 2018"),
        (grades, "The risk was graded as high risk in July 2017.", "graded as high"),
    ],
)  # fmt: skip
def test_what_the_facts_tell_otherwise_is_found(check, line, text):
    # what the facts tell may be marked as well
    assert found(check, *FACTS, line)[-1:] == [text]


@pytest.mark.parametrize(
    ("check", "line"),
    [
        (never, "Tobin was not offered help with his drinking."),
        (never, "At no time was Maris offered a place in a refuge."),
        (never, "He should have been offered an assessment as a carer."),
        (swapped, "The community order that followed lowered the guard of everybody."),
        (swapped, "A suspended sentence would have said more."),
        (denials, "On that occasion Maris was not referred to MARAC."),
        (denials, "Maris did not want her case to be referred to MARAC."),
        (denials, "Harbour Aid. The Service had no contact with the couple."),
        (denials, "The Service had no contact with the couple; he had no contact with her."),
        (denials, "He has no contact with Child A."),
        (denials, "Northmoor Police has no record of the letter."),
        (denials, "His former partner was never referred to MARAC."),
        (denials, "Tobin had never been arrested for murder."),
        (denials, "Northmoor Police had no contact with the couple before 2016."),
        (grades, "The risk was graded as medium risk in July 2017."),
        (grades, "The risk should have been graded as high risk in July 2017."),
    ],
)
def test_what_the_facts_do_not_tell_otherwise_is_left(check, line):
    assert found(check, *FACTS, line) == []


def test_a_report_that_was_never_asked_for_and_is_listed_is_found():
    lines = ["No IMR was requested of the GP practice.", "The GP practice (IMR)"]
    assert found(denials, *lines) == ["No IMR was requested of the GP practice"]
    assert found(denials, lines[0], "The school (IMR)") == []


def test_none_that_refers_back_and_what_it_denies_are_both_found():
    lines = (
        "5.2 In May 2018 Maris was offered a carer’s assessment of her needs.",
        "ANALYSIS",
        "7.2 Maris was owed a carer’s assessment of her needs. None was offered at any time.",
    )
    assert found(never, "4. CHRONOLOGY", *lines) == ["offered", "None was offered"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("When Tobin pleaded guilty to her murder nobody spoke.", "pleaded guilty to her murder"),
        ("He pleaded guilty to murder and was sentenced.", "pleaded guilty to murder"),
    ],
)
def test_a_plea_beside_a_trial_is_found(line, text):
    trial = "Tobin was convicted of murder at the Crown Court in May 2019 after a trial of a week."
    assert text in found(outcomes, trial, line)


@pytest.mark.parametrize(
    "line",
    [
        "He pleaded not guilty to murder.",
        "He pleaded guilty to the assault.",
        "He pleaded guilty to murder but only of the other man.",
    ],
)
def test_another_plea_beside_a_trial_is_left(line):
    trial = "Tobin was convicted of murder at the Crown Court in May 2019 after a trial of a week."
    assert found(outcomes, trial, line) == []


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("There is no translation into Frisian of this report.",
         ["into Frisian", "no translation into Frisian"]),
        ("The report has not been translated into Frisian.",
         ["into Frisian", "not been translated into Frisian"]),
        ("There is no translation into Manx of this report.", []),
        ("The leaflet was translated into Frisian.", []),
    ],
)  # fmt: skip
def test_a_translation_that_there_is_and_is_not_is_found(line, texts):
    made = "A translation into Danish and one into Frisian have been made for the family."
    assert found(denials, made, line) == texts


def test_a_plea_beside_two_accounts_of_the_trial_is_marked_at_its_first_words():
    lines = (
        "Tobin was convicted of murder by a jury in May.",
        "Following a trial at the Crown Court, Tobin was convicted of murder.",
        "Tobin’s guilty plea to murder spared the family a trial.",
    )
    marked = found(outcomes, *lines)
    assert marked == ["guilty plea to murder spared"]


def test_one_order_may_be_refused_and_another_made():
    lines = ("No restraining order was made.", "A non-molestation order was granted in May.")
    assert found(denials, *lines) == []


def test_an_order_that_was_made_and_never_made_is_found():
    lines = ("No restraining order was made.", "A restraining order was imposed in May.")
    assert found(denials, *lines) == ["No restraining order was made"]
