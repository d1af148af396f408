from tests.composite.checks.world import found, sentences

CODE = "told_by_two_agencies"
THREE = """
* police | 3 May 2016 21:50 | OB has a cut lip. Ambulance called. She goes to the infirmary.
* ambulance | 3 May 2016 22:05 | Attended with police. OB has a cut lip. Taken to the infirmary.
* hospital | 3 May 2016 22:40 | OB brought by ambulance and police with a cut lip.
"""


def test_the_sentence_names_the_day_and_who_tells_it_when():
    assert sentences(CODE, THREE) == [
        (
            "Three agencies tell what looks like one event on 3 May 2016: "
            "Police 21:50, Ambulance 22:05 and Infirmary 22:40."
        )
    ]


def test_an_event_that_three_tell_is_one_finding():
    (one,) = found(CODE, THREE)
    assert [root.int for root in one.roots] == [1, 2, 3]


def test_two_rows_of_one_agency_are_never_put_together():
    text = """
* police | 3 May 2016 21:50 | OB has a cut lip. Ambulance called.
- police | 3 May 2016 21:58 | OB has a cut lip, ambulance called. Statement taken.
* ambulance | 3 May 2016 21:55 | Called by police. OB has a cut lip.
"""
    (one,) = found(CODE, text)
    assert len(one.roots) == 2
    assert 3 in {root.int for root in one.roots}


def test_what_the_people_of_one_entry_are_not_in_the_other_is_another_event():
    text = """
- police | 3 May 2016 21:50 | OB has a cut lip. Ambulance called.
- ambulance | 3 May 2016 21:55 | Called by police. CT has a cut lip.
"""
    assert found(CODE, text) == []
