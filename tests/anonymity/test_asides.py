"""What authors asked one another. All is invented."""

import pytest

from anonymity.checking.checks import asides, placeholders
from tests.anonymity.samples import found

BEFORE = "4.2 The nurse rang her twice in that week. "


@pytest.mark.parametrize(
    "note",
    [
        "Orla – is this the right week?",
        "Orla – is this the right week? I have May in my notes from the session.",
        "KB - can we check the date with housing?",
        "Orla: I thought we had agreed to reword this, the trust was not happy.",
        "Kit and I thought we had agreed to cut this.",
        "Is this the same date as in the table?",
        "Which version do we want here?",
        "Do we have a source for this paragraph?",
        "I think we agreed to soften this paragraph.",
        "Odette has asked us to take this out.",
        "Kit, do you want this in?",
        "KB: not convinced we need this.",
        "NB Odette – do we still need this paragraph?",
        "This day does not match the other report – KB?",
        "NOTE: the family has a view on it.",
        "Panel to decide whether it stays.",
        "Wording agreed with the solicitors.",
        "I have asked the trust and will add a line here when I hear from them.",
        "We still have to insert the figure for May.",
        "I am not comfortable with naming the clinic.",
        "To be discussed at the next panel.",
    ],
)
def test_a_question_within_a_paragraph_is_found(note):
    assert found(asides, f"{BEFORE}{note}") == [note]
    assert found(asides, f"{BEFORE}{note} She did not answer.") == [note]


@pytest.mark.parametrize(
    "note",
    [
        "(KB – the draft has two here, which do we want?)",
        "(Orla – I have three)",
        "[KB: is it the same nurse?]",
        "(do we know who that was? – KB)",
    ],
)
def test_a_question_in_brackets_is_found(note):
    assert found(asides, f"The nurse rang her {note} and left a message.") == [note]


@pytest.mark.parametrize(
    "line",
    [
        "Maris – is described by her sister as kind.",
        "Police – did officers follow the policy of the time?",
        "Was this abuse? The panel was asked to say.",
        "The note reads: “Orla – is this the right date? I have May.”",
        "He asked: “Is this the right number?”",
        "The form (DASH – a checklist) was filled in.",
        "The record (RiO – see above) was read.",
        "Orla – the sister of Maris – thought that the date was right.",
        "The panel was happy with the draft; nobody could take it out on her.",
        "She was not sure that this was so. It was to be discussed at the next panel.",
        "KB (a nurse) was asked whether it was correct.",
        "I have chaired nine reviews and we met in May.",
    ],
)
def test_what_is_meant_for_readers_is_left(line):
    assert found(asides, f"{BEFORE}{line}") == []


def test_an_author_who_writes_as_i_may_say_what_the_draft_has():
    said = [f"I have read report {number}." for number in range(5)]
    assert found(asides, *said, "I would have liked more in the IMR.") == []
    assert found(asides, "I would have liked more in the IMR.") != []


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("An audit of nn records was done.", ["nn"]),
        ("It looked at xx of them and xx case notes.", ["xx", "xx"]),
        ("It was so in XX% of them.", ["XX%"]),
        ("She wrote “love you xx and goodnight” to her.", []),
    ],
)
def test_numbers_that_nobody_put_in_are_found(line, texts):
    assert [one for one in found(placeholders, line) if one in ("xx", "nn", "XX%")] == texts
