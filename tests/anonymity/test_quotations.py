import pytest

from anonymity.checking.checks import quotations
from anonymity.checking.finding import Kind
from anonymity.checking.paper import Paper
from tests.anonymity.samples import REGISTER, found


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            "He told the court: ‘I only wanted her to listen to me’.",
            "I only wanted her to listen to me",
        ),
        (
            "He said in a voicemail “you will never see my children again”.",
            "you will never see my children again",
        ),
        ("He told the court of “a red mist”.", "a red mist"),
        ("He was dubbed the “garden wolf” by newspapers.", "garden wolf"),
        ("He searched for “how long is a life sentence”.", "how long is a life sentence"),
        ('The message read "come home or I will find you".', "come home or I will find you"),
        (
            "A text message came from her telephone: I am fine, do not come to the house. He left.",
            "I am fine, do not come to the house.",
        ),
        (
            "Passing sentence, the judge called it “a cold and pitiless act of vengeance”.",
            "a cold and pitiless act of vengeance",
        ),
        (
            "The coroner recorded a narrative. She spoke of “five doors closed in turn”.",
            "five doors closed in turn",
        ),
        (
            "“She had knocked on every door she knew,” said the Coroner at the end.",
            "She had knocked on every door she knew,",
        ),
        ("“A wicked and a patient man,” the judge told him.", "A wicked and a patient man,"),
        (
            "Those who heard it will remember “a house of locks and lists”, as counsel put it.",
            "a house of locks and lists",
        ),
    ],
)
def test_what_can_be_searched_for_is_found(line, text):
    assert text in found(quotations, line)


@pytest.mark.parametrize(
    "line",
    [
        "‘I do’ was all she said.",
        "In court it was read: the consultant’s letter described “a devoted son who copes well”.",
        "The letter to the court reported that “each of them blames the other”.",
        "In May a message came. The note reads that he “denied any wish to harm mum at all”.",
        "The policy says “you must ask every patient about abuse at home”.",
        "The nurse recorded that she was “tearful, with her partner present throughout”.",
        "the so-called ‘rocky’ relationship",
        "‘Multi-agency guidance on the conduct of reviews into domestic homicide’",
        "It was Maris’s flat and Tobin’s car that were seen by us all in the street’s one camera.",
        "She said “you will never see my children again” and left.",
        "He told the panel of the trial, “I hear now what I did to you all that day”.",
        "At the learning event a nurse spoke of the court: “I did not ask her for fear of my own”.",
        "The panel said: nobody had asked her about her home at any point.",
    ],
)
def test_other_words_are_left(line):
    assert found(quotations, line) == []


@pytest.mark.parametrize(
    "line",
    [
        "In May Child A told a teacher that “he sits in the car until she comes out”.",
        "Child B wrote in class: “it is always loud when it gets dark there”.",
        "It was Child A who said to the nurse, “he takes the keys away from her”.",
    ],
)
def test_what_a_child_said_is_found(line):
    marks = quotations.find(Paper.of_text(f"BACKGROUND\n\n{line}"), REGISTER)
    assert [one.kind for one in marks] == [Kind.LIVING]


@pytest.mark.parametrize(
    "line",
    [
        "The teacher told Child A that “it is best to wait until she comes out”.",
        "Child A’s school said “the door stays shut until the bell has gone”.",
        "Child A said that it was “loud at home”.",
    ],
)
def test_what_others_say_of_a_child_is_left(line):
    marks = quotations.find(Paper.of_text(f"BACKGROUND\n\n{line}"), REGISTER)
    assert Kind.LIVING not in [one.kind for one in marks]


def test_a_tribute_on_the_first_page_is_left():
    words = "“Mum was the first to laugh and the last to leave, and we miss her.”"
    report = "OVERVIEW REPORT\n\nIn her family’s words\n\n"
    for text in (f"{report}{words}", f"REPORT\n\n{words}\nHer children"):
        assert not list(quotations.find(Paper.of_text(text), REGISTER))


@pytest.mark.parametrize(
    ("who", "is_heard"),
    [("the Victim Liaison Officer", False), ("her midwife", False), ("the court", True)],
)
def test_what_was_said_to_a_worker_is_left(who, is_heard):
    line = f"She had it by letter. She told {who} that she was “half expecting him at the window”."
    assert bool(found(quotations, line)) is is_heard
