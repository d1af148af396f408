import pytest

from reviews.lifecycle import LIFECYCLE, STEPS, Stage
from reviews.state_machine import StateTable, Transition, TransitionRefused


def row(from_, to):
    return Transition(from_=from_, to=to, verb="Go", permission="stage_move")


def test_moves_from_a_state_keep_the_order_of_the_table():
    table = StateTable([row("A", "C"), row("A", "B"), row("B", "C")])
    assert [move.to for move in table.moves_from("A")] == ["C", "B"]
    assert table.moves_from("C") == ()


def test_a_move_that_is_not_in_the_table_is_refused():
    table = StateTable([row("A", "B")])
    assert table.find("A", "B").to == "B"
    with pytest.raises(TransitionRefused, match="cannot follow"):
        table.find("B", "A")


def test_a_table_that_names_a_move_twice_does_not_start():
    with pytest.raises(ValueError, match="twice"):
        StateTable([row("A", "B"), row("A", "B")])


def test_the_path_to_a_state_is_the_shortest_and_the_usual():
    table = StateTable([row("A", "B"), row("A", "C"), row("B", "D"), row("C", "D"), row("D", "A")])
    assert [move.to for move in table.path_to("D")] == ["B", "D"]
    assert table.path_to("A") == ()


def test_a_state_that_nothing_leads_to_has_no_path():
    with pytest.raises(TransitionRefused, match="No run of steps"):
        StateTable([row("A", "B")]).path_to("Z")


def test_every_stage_can_be_reached_and_stands_on_one_step():
    placed = [stage for _, stages in STEPS for stage in stages]
    assert sorted(placed) == sorted(Stage)
    for stage in Stage:
        assert LIFECYCLE.path_to(stage) or stage == Stage.NOTIFIED


@pytest.mark.parametrize(
    ("from_", "to"),
    [
        (Stage.DIRECTED, Stage.COMMISSIONED),
        (Stage.FURTHER_WORK, Stage.DRAFTING),
        (Stage.REVISING, Stage.HO_SUBMITTED),
        (Stage.REVISING, Stage.CLEARED),
    ],
)
def test_the_edges_that_practice_needs_are_there(from_, to):
    assert LIFECYCLE.find(from_, to)
