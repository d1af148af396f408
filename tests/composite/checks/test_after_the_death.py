from tests.composite.checks.world import sentences

CODE = "after_the_death"


def test_the_sentence_says_after_what():
    assert sentences(CODE, "* gp | 6 Oct 2016 | Seen.\n- gp | 9 Oct 2016 | Seen again.") == [
        (
            "GP, Submission 1, row 1 is dated 6 October 2016, after the incident on 5 "
            "October 2016, "
            "and reads as ordinary contact."
        ),
        (
            "GP, Submission 1, row 2 is dated 9 October 2016, after the death on 7 October 2016, "
            "and reads as ordinary contact."
        ),
    ]
