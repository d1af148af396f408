from tests.composite.checks.world import found, sentences

CODE = "weekday_and_date_disagree"


def test_the_sentence_says_which_weekday_it_was():
    assert sentences(CODE, "* gp | Mon 1 Dec 2016 | Seen.") == [
        "GP, Submission 1, row 1 names Monday 1 December 2016, but 1 December 2016 was a Thursday."
    ]


def test_each_wrong_weekday_of_an_entry_is_told_once():
    text = "* gp | Mon 1 Dec 2016 | On Monday 1 Dec 2016 asked to come on Friday 8 Dec 2016."
    keys = {one.key for one in found(CODE, text)}
    assert len(keys) == len(found(CODE, text)) == 2
