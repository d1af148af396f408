"""Whom a sentence means, and what it says of all or none. All is invented."""

import pytest

from anonymity.checking.checks import (
    absolutes,
    denials,
    participation,
    placeholders,
    spoken_of,
    strangers,
)
from anonymity.checking.register import Register
from tests.anonymity.who import told


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Adult Social Care visited Maris about her flat. He told the assessor that it was cold.",
         "He told"),
        ("In May Tobin lost his job and saw his GP. She told the GP of his debts.", "She told"),
        ("The police came because Tobin was shouting. Maris was detained and taken away.",
         "Maris was detained"),
        ("Officers came to the flat. Maris was arrested; Maris declined to make a statement.",
         "Maris was arrested"),
        ("Officers came to the flat. Maris was arrested. She was bailed not to contact Maris.",
         "Maris was arrested"),
        ("Tobin had punched Maris in the face. Officers came at once. Maris was arrested.",
         "Maris was arrested"),
        ("Maris was found with injuries to her head. Maris was arrested and said nothing.",
         "Maris was arrested"),
        ("Tobin had a cut and said that his friend, Tobin, had hit him.",
         "Tobin had a cut and said that his friend, Tobin"),
        ("On the way home Maris hit Maris.", "Maris hit Maris"),
        ("Odette said that her brother Lorne was gentle.",
         "Odette said that her brother Lorne"),
        ("In May Tobin kicked Maris. She was bailed not to go near Maris.",
         "She was bailed not to go near Maris"),
        ("Maris had a mark on her neck. Maris denied having touched her.",
         "Maris denied having touched her"),
        ("She was told that she must serve himself with the papers.", "She was told"),
    ],
)  # fmt: skip
def test_the_wrong_one_is_found(line, text):
    assert [one[: len(text)] for one in told(spoken_of, line)] == [text]


@pytest.mark.parametrize(
    "line",
    [
        "Adult Social Care visited Maris about her flat. She told the assessor that it was cold.",
        "Maris and Tobin saw the GP. He told the GP that it was nothing.",
        "Maris saw a friend. He told the nurse that she was unwell.",
        "Maris was at home. He hit her.",
        "Adult X did not help Tobin. She told the police.",
        "The police came because Tobin was shouting. Tobin was detained.",
        "The police came because Maris was shouting. Maris was detained.",
        "Maris was arrested for theft.",
        "Tobin rang the police. Officers came to the flat. Maris was arrested and let go.",
        "Officers came. Maris was arrested; Tobin declined to make a statement.",
        "Maris had punched Tobin. Officers came. Maris was arrested and later let go.",
        "Tobin had a cut and said that his brother had hit him.",
        "Tobin and his wife, Maris, moved.",
        "Odette said that her son Lorne was gentle.",
        "Odette said that her friend Garth was gentle.",
        "She said that he had hurt himself.",
        "She told Tobin to see to himself.",
        "In May Tobin kicked Maris. He was bailed not to go near Maris.",
        "Odette rang about Maris. She was told to go to Maris.",
        "Maris was seen by a friend. She went with Maris to the doctor.",
    ],
)
def test_what_may_be_meant_is_left(line):
    assert told(spoken_of, line) == []


def test_without_people_nobody_is_mistaken():
    assert told(spoken_of, "The nurse rang. He told the assessor.", register=Register()) == []


FACTS = (
    "4.1 In May 2017 police arrested a man after Tobin was seen by officers.",
    "4.2 In June 2017 Tobin was treated by the nurse for a cut.",
    "4.3 In July 2017 Odette rang the ward to say that she was afraid.",
    "4.4 In July 2017 the spaniel tripped Maris on the cellar steps.",
)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            "Tobin was not known to any agency before the death.",
            "Tobin was not known to any agency",
        ),
        (
            "No member of the family raised any concern.",
            "No member of the family raised any concern",
        ),
        ("The spaniel was never on the cellar steps.", "never on the cellar steps"),
        (
            "No previous review has been held here. The chair read two earlier local reviews.",
            "No previous review has been held here",
        ),
    ],
)
def test_what_is_said_of_none_and_told_of_one_is_found(line, text):
    found = told(absolutes, *FACTS, line, heading="CHRONOLOGY")
    assert found == [text] or found == ["was " + text]


@pytest.mark.parametrize(
    "line",
    [
        "Tobin was not known to any agency apart from the police and the surgery.",
        "Lorne was not known to any agency.",
        "No member of the family was asked.",
        "The garden was never on the plan.",
        "The spaniel had never been on the cellar steps before.",
        "No previous review has been held here.",
    ],
)
def test_what_nothing_contradicts_is_left(line):
    assert told(absolutes, *FACTS, line, heading="CHRONOLOGY") == []


def test_a_conviction_told_beside_its_denial_is_found():
    line = "He had no convictions.", "He had been convicted in 2014 of assaulting a neighbour."
    assert told(denials, *line) == ["had no convictions"]
    assert told(denials, line[0], "He had been convicted in 2019 of murder.") == []


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (["Tobin had never been in prison before.", "Tobin had served two sentences for theft."],
         ["had never been in prison"]),
        (["Tobin had never been in prison before.", "Tobin is serving a life sentence."], []),
        (["Maris had never told any professional about him.",
          "Maris told the nurse that he had hit her."],
         ["never told any professional about him"]),
        (["Maris had never told any professional about him.", "Maris told the nurse her age."], []),
        (["The couple had never owned a dog.", "She said that the dog had bitten her."], []),
    ],
)  # fmt: skip
def test_what_was_never_and_was_is_found(lines, texts):
    assert told(denials, *lines) == texts


def test_what_only_one_sentence_speaks_of_is_found():
    dog = "The couple had never owned a spaniel.", "Maris was bitten by the spaniel."
    assert told(absolutes, *dog, heading="CHRONOLOGY") == ["had never owned a spaniel"]
    assert told(absolutes, dog[0], heading="CHRONOLOGY") == []


def test_who_did_not_answer_and_was_interviewed_is_found():
    line = (
        "Tobin was invited to contribute and did not reply.",
        ("In an interview with the chair Tobin said that he was sorry."),
    )
    assert len(told(participation, *line)) == 1
    assert told(participation, line[0], "Odette met the chair.") == []


def test_a_family_of_nobody_known_is_found():
    assert told(strangers, "It was Keziah’s family who rang.") == ["Keziah"]
    assert told(strangers, "It was Walsall’s family hub that rang, and Maris’s family.") == []


def test_what_is_to_be_checked_is_a_placeholder():
    assert told(placeholders, "He said (wording to be checked with the notes) that he left.") != []
    assert told(placeholders, "He left (as is to be expected of him).") == []


def test_nobody_is_asked_what_their_own_husband_did():
    line = "Tobin was never seen alone to ask what her husband did."
    assert told(spoken_of, line) == ["her husband"]
    for line in (
        "Tobin told Maris that her husband was at the door.",
        "Tobin said that she had told her husband of it.",
        "Lorne was asked what her husband did.",
        "Tobin’s mother was asked what her husband did.",
    ):
        assert told(spoken_of, line) == []


def test_what_goes_on_about_somebody_is_not_what_never_was():
    facts = ["THE FACTS", "", "4.1 Maris owned a canary and fed it caraway.", "", "ANALYSIS", ""]
    kind = "She was a friend who never forgot a birthday and who owned a canary fed on caraway."
    assert told(absolutes, *facts, kind) == []
