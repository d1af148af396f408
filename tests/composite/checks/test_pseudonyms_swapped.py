from dataclasses import replace

from tests.composite.checks.world import PEOPLE, REGISTER, found, sentences

CODE = "pseudonyms_swapped"
UNKNOWN = replace(REGISTER, people=(replace(PEOPLE[0], sex=""), *PEOPLE[1:]))


def test_the_sentence_says_what_the_entry_calls_her_and_who_she_is():
    assert sentences(CODE, "* police | 3 May 2016 | The perpetrator, Wren, was arrested.") == [
        (
            "Police, Submission 1, row 1 (3 May 2016): “Wren” is called the perpetrator, "
            "but is the person who died elsewhere."
        )
    ]


def test_the_sentence_says_which_word_tells_the_other_sex():
    assert sentences(CODE, "* gp | 3 May 2016 | Wren attended his appointment.") == [
        (
            "GP, Submission 1, row 1 (3 May 2016): “Wren” goes with “his”, "
            "but is the person who died and a woman elsewhere."
        )
    ]


def test_a_sex_that_the_register_does_not_say_is_learnt_from_the_story():
    usual = [f"- gp | {day} May 2016 | Wren attended her appointment." for day in range(1, 6)]
    odd = "* police | 9 May 2016 | Wren attended his appointment."
    assert found(CODE, odd, register=UNKNOWN) == []
    (one,) = found(CODE, "\n".join([*usual, odd]), register=UNKNOWN)
    assert one.roots[0].int == 6


def test_nothing_is_learnt_where_entries_do_not_agree():
    half = [
        f"- gp | {day} May 2016 | Wren attended {'his' if day % 2 else 'her'} appointment."
        for day in range(1, 9)
    ]
    assert found(CODE, "\n".join(half), register=UNKNOWN) == []
