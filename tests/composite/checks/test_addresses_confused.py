from tests.composite.checks.world import found, sentences

CODE = "addresses_confused"


def test_the_sentence_names_both_places_and_the_entry():
    assert sentences(CODE, "* police | 3 May 2016 | Call to Address 1 (5 Oakhanger Rd).") == [
        (
            "“Address 1” is used for Flat 3, 14 Millrace Lane and 5 Oakhanger Road: "
            "see Police, Submission 1, row 1."
        )
    ]


def test_the_sentence_names_both_aliases():
    text = """
* police | 3 May 2016 | Call to Address 3 (9 Cobb Close).
* housing | 9 May 2016 | Letter sent to Address 4 (9 Cobb Close).
"""
    (one,) = sentences(CODE, text)
    assert one.startswith("9 Cobb Close goes by “Address 3” and “Address 4”: see ")


def test_a_register_that_contradicts_itself_is_told_where_an_entry_uses_the_alias():
    text = "@ address Address 1 = 30 Tansy Street\n- gp | 3 May 2016 | {}"
    assert found(CODE, text.format("Seen.")) == []
    assert len(found(CODE, text.format("Visit to Address 1."))) == 1
