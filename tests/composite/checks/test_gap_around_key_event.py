from composite.checks.options import Options
from tests.composite.checks.world import found, sentences

CODE = "gap_around_key_event"
GAP = """
* police | 3 Jan 2015 | Strangled. | key
* gp | 9 June 2015 | Seen.
"""


def test_the_sentence_says_from_when_to_when():
    assert sentences(CODE, GAP) == [
        (
            "No agency tells of anything between 3 January 2015 and 9 June 2015, beside "
            "the key event "
            "that Police tells on 3 January 2015."
        )
    ]


def test_a_review_may_look_for_longer_gaps_only():
    assert found(CODE, GAP, options=Options(gap_months=6)) == []


def test_a_gap_between_two_key_events_is_one_finding():
    text = GAP.replace("Seen.", "Pregnant. | key") + "- gp | 1 July 2015 | Seen."
    assert len(found(CODE, text)) == 1
