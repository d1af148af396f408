"""What a cut or a paste left of a sentence."""

import pytest

from anonymity.checking.checks import lost_words
from tests.anonymity.samples import found

WHOLE = [
    f"4.{at} She was seen by her doctor, who wrote a letter of length {at}." for at in range(20)
]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("A letter was sent to the of the block.", "the of"),
        ("That night Mr was seen at the flat.", "Mr was"),
        ("She was told by , who had come.", "by "),
        ("They went to ’s mother in May.", "’s "),
        ("She rang on the of March and was told so.", "on the of March"),
        ("She rang.. He came.", ".."),
        ("The nurse asked for a call to be was asked to call.", "to be was"),
        ("The council should was informed of it.", "should was"),
        ("The worker had did not ask her.", "had did"),
        ("He asked her if whether she was safe.", "if whether"),
        ("She told them she that she was afraid.", "she that she"),
        ("There was no note was made of the call.", "There was no note was made"),
        ("It is was not clear.", "It is was"),
        ("She was she was seen in May.", "She was she was"),
        ("A meeting was held and an was agreed on.", "an was"),
        ("She decided to visited him at home.", "decided to visited"),
        ("It was at the end at the end of the year.", "at the end at the end"),
    ],
)
def test_what_a_cut_left_is_found(line, text):
    assert text in found(lost_words, line)


@pytest.mark.parametrize(
    "line",
    [
        "The at-risk register, the by-election and the in-house team.",
        "Mr Pell was seen, and told by those who came. Mr and Mrs Pell met at a dance.",
        "It went on day after day after day, and more and more and more.",
        "“What’s this?” Her sister’s mother rang ...",
        "She had had a letter that that man wrote.",
        "It was in the evening in the kitchen.",
        "The man he claimed to be was dead, and how afraid she was is not known.",
        "The house she moved to was small; the plan he agreed to was kept.",
        "What it is was never asked, and there was no note that was made in time.",
        "She said that she was afraid, and he was as it was could be told.",
        "There was help to be had, and regard was had to the guidance.",
    ],
)
def test_whole_sentences_are_left(line):
    assert found(lost_words, line) == []


def test_a_paragraph_that_begins_in_the_middle_is_found():
    cut = "5.1 and was told that nobody would be there until the morning came."
    assert found(lost_words, *WHOLE, "", cut) == ["and was told that"]
    assert found(lost_words, *WHOLE, "", "5.1 a) whether she was told that he would come") == []
    small = [line.replace("She", "she") for line in WHOLE]
    assert found(lost_words, *small, "", cut) == []


def test_a_sentence_that_stands_there_twice_is_found():
    said = "The nurse wrote to her doctor and asked him to ring her."
    assert found(lost_words, f"{said} He did. {said}") == [said]
    assert found(lost_words, f"4.1 {said}", "", f"4.2 {said} He did.") == [f"4.2 {said}"]
    assert found(lost_words, f"4.1 {said}", "", "4.2 He did.", "", f"4.3 {said}") == []
