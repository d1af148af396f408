"""What was asked and what an update says: found where they disagree, left alone where not."""

from datetime import date

import pytest

from actionplans.checks.all_updates import contradictions, remarks_on
from actionplans.checks.update import Step, Update
from tests.actionplans.pairs import learnt, learnt_again, seen, unseen

DONE_ON = date(2026, 3, 1)


def said_of(asked, said, **more):
    return {one.code for one in contradictions(Update(asked, said, DONE_ON, **more))}


def measured(pairs):
    """Return precision and recall: how many it was right to find, and how many it found."""
    found = [(bool(said_of(asked, said)), bool(way)) for asked, said, way in pairs]
    right = found.count((True, True))
    return right / sum(one for one, _ in found), right / sum(way for _, way in found)


@pytest.mark.parametrize(
    ("pairs", "precision", "recall"),
    [
        (seen.PAIRS, 1, 1),
        (learnt.PAIRS, 1, 1),
        (learnt_again.PAIRS, 0.96, 1),
        (unseen.PAIRS, 0.88, 0.91),
    ],
    ids=["seen", "learnt", "learnt again", "unseen"],
)
def test_labelled_pairs_are_told_apart(pairs, precision, recall):
    """The figures of docs/plan-checks.md; those of the unseen ones are what to expect."""
    assert measured(pairs) >= (precision, recall)
    assert measured(pairs)[1] >= recall


def test_a_duty_that_became_a_choice_for_some_is_found_in_a_long_cell():
    asked = (
        "Look again at the induction of home carers, with what it says of threats by relatives, "
        "and make the unit on coercion an obligatory part of it for old and new carers alike."
    )
    said = (
        "The unit was rewritten and has a new film. Talks took place with the providers about "
        "making it obligatory. The unit is not obligatory for all providers, who have other "
        "courses to fit in. It is obligatory for two of them and a trainer is paid until 2028."
    )
    assert "mandatory" in said_of(asked, said)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Email sent to all teams reminding them to use the new form.", "sent_only"),
        ("The revised policy was circulated to all staff.", "sent_only"),
        ("Discussed at the board, and the minutes were shared.", "sent_only"),
        ("Uploaded on the intranet and briefings held.", "sent_only"),
        ("The guidance is now on the staff intranet.", "sent_only"),
        ("Put on the agenda of the board, and a briefing took place.", "sent_only"),
        ("Learning shared at the quarterly meeting which was held in June.", "sent_only"),
        ("Done.", "nothing_told"),
        ("N/A", "replaced"),
        ("The form is finished by November 2026.", "still_to_come"),
        ("The form has not been changed for lack of funding.", "not_done"),
    ],
)
def test_words_that_tell_of_no_change_are_found_whatever_was_asked(said, code):
    assert code in said_of("Change the form so that the partner is asked to leave.", said)


@pytest.mark.parametrize(
    "said",
    [
        "Email sent to all teams, and 40 of 40 calls in May began with the question.",
        "Published on the intranet; the form now asks the question and 40 of 40 had it.",
        "Briefings were held; the audit of 20 files in June found it in 19.",
        "Each of the 31 practices has a named lead; the list is on the intranet.",
        "A weekly case meeting is held since May, with housing in the room.",
        "The policy was circulated in April; it is now followed in every case sampled.",
        "The board discussed it in May and appointed a lead, who started on 1 June.",
        "The department replied on 4 May that it will change the form, and changed it in June.",
    ],
)
def test_what_was_sent_and_changed_something_is_taken_as_done(said):
    assert "sent_only" not in said_of("Change the form.", said)


def test_that_people_were_told_is_taken_as_done_where_that_was_asked():
    said = "Seven briefings were held between January and March, reaching 112 call handlers."
    assert "sent_only" not in said_of("Deliver six briefings to the contact centre.", said)
    assert "sent_only" in said_of("Change the form.", said)


def test_days_that_cannot_be_are_found():
    asked, said = "Open the drop-in.", "It opened in February and 40 people came by May."
    after = Step("Doors open", due_on=date(2026, 4, 1), done_on=date(2026, 3, 30))
    before = Step("Room found", done_on=date(2026, 1, 5), is_shown=True)
    assert said_of(asked, said, steps=(before,)) == set()
    assert said_of(asked, said, steps=(before, after)) == {"before_begun"}
    assert said_of(asked, said, steps=(Step("Sign up", due_on=date(2026, 1, 1)),)) == {"steps_left"}
    assert said_of(asked, said, begun_on=date(2026, 4, 1)) == {"before_begun"}
    assert said_of(asked, said, begun_on=date(2026, 2, 1)) == set()


def test_a_milestone_that_says_otherwise_is_found():
    asked, said = "Make the course compulsory for all who answer calls.", "Completed for all 46."
    told = "Talks were held. The course is not compulsory for all, who have others to attend."
    assert said_of(asked, said, steps=(Step(told, is_told=True),)) == {"steps_disagree"}
    assert (
        said_of(asked, said, steps=(Step("The rota leaves time for it.", is_told=True),)) == set()
    )
    due = Step("The rota leaves time for it.", due_on=date(2026, 1, 1), is_told=True)
    assert said_of(asked, said, steps=(due,)) == {"steps_left"}


def test_that_nothing_shows_it_is_said_and_is_no_contradiction():
    update = Update("Open the drop-in.", "It is now open to whoever comes.", DONE_ON)
    assert [one.code for one in remarks_on(update)] == ["without_evidence"]
    with_file = Update(update.asked, update.said, DONE_ON, has_file=True)
    assert remarks_on(with_file) == []


def test_every_remark_says_what_why_and_what_would_mend_it():
    for asked, said, _ in [*seen.PAIRS, *learnt.PAIRS]:
        for one in remarks_on(Update(asked, said, DONE_ON)):
            assert one.missing.endswith(".")
            assert one.why.endswith(".")
            assert one.mend.endswith(".")
