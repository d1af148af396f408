from composite.checks.options import Options
from tests.composite.checks.world import found, sentences

CODE = "accounts_disagree"
TIMES = """
* police | 3 May 2016 09:40 | Officers attended the flat. OB had a cut lip. Ambulance called.
* ambulance | 3 May 2016 10:05 | Crew attended with police. OB had a cut lip.
"""


def test_the_sentence_tells_both_times():
    assert sentences(CODE, TIMES) == [
        (
            "Two agencies tell what looks like one event on 3 May 2016 at different times: "
            "Police 09:40 and Ambulance 10:05."
        )
    ]


def test_the_sentence_tells_what_each_answers():
    text = """
* police | 3 May 2016 22:00 | OB said CT punched her. Ambulance attended. No injuries.
* ambulance | 3 May 2016 22:05 | Called by police. OB punched in face, fractured cheek.
"""
    assert sentences(CODE, text) == [
        (
            "Two agencies tell what looks like one event on 3 May 2016 and disagree on "
            "whether there "
            "were injuries: Police says no and Ambulance says yes."
        )
    ]


def test_a_time_and_an_outcome_are_two_findings_with_keys_of_their_own():
    text = """
* police | 3 May 2016 21:00 | OB said CT punched her. Ambulance attended. No injuries.
* ambulance | 3 May 2016 22:05 | Called by police. OB punched in face, fractured cheek.
"""
    both = found(CODE, text)
    assert len({one.key for one in both}) == 2
    assert len({one.roots for one in both}) == 1


def test_a_review_may_allow_more_minutes():
    assert found(CODE, TIMES, options=Options(minutes_apart=30)) == []


def test_an_account_that_says_both_contradicts_nobody():
    text = """
- police | 3 May 2016 22:00 | OB punched. Ambulance called. CT was not arrested. CT was arrested.
- ambulance | 3 May 2016 22:05 | Called by police. OB punched. CT was arrested.
"""
    assert found(CODE, text) == []


def test_an_account_that_is_silent_contradicts_nobody():
    text = """
- police | 3 May 2016 22:00 | OB punched. Ambulance called. No children were present.
- ambulance | 3 May 2016 22:05 | Called by police. OB punched.
"""
    assert found(CODE, text) == []
