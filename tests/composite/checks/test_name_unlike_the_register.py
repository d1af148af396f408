from tests.composite.checks.world import found, sentences

CODE = "name_unlike_the_register"


def test_one_way_of_writing_is_one_finding_for_all_its_rows():
    text = """
* gp | 3 May 2016 | Ottilie Brakenshaw seen.
- gp | 4 May 2016 | Ottilie Brackenshaw seen.
* gp | 5 May 2016 | BRAKENSHAW seen.
"""
    assert sentences(CODE, text) == [
        (
            "GP writes “Brakenshaw” where the register has “Brackenshaw”: "
            "Submission 1, row 1 and Submission 1, row 3."
        )
    ]


def test_it_is_recognised_when_one_more_row_has_it():
    one = "* gp | 3 May 2016 | Ottilie Brakenshaw seen."
    more = f"{one}\n* gp | 5 May 2016 | Brakenshaw seen."
    assert found(CODE, one)[0].key == found(CODE, more)[0].key


def test_a_word_that_stands_in_small_letters_elsewhere_is_no_name():
    text = "- gp | 3 May 2016 | Casimirs seen.\n- gp | 4 May 2016 | The casimirs were bought."
    assert found(CODE, text) == []
