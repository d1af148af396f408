"""True names and telling days do not leave; everything else stays as it was written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronologies.dates.day_words import day_words, time_words, understood
from chronologies.dates.read import read_date
from composite.published.letters import words_in
from composite.published.names import ORDINARY, SEVERAL, Named
from composite.published.pseudonyms import Pseudonyms, pseudonyms
from reviews.checks.folding import fold, fold_joined
from reviews.checks.register import HeldDay, HeldName, Register
from reviews.checks.true_names import certain, findings

BORN, DIED = date(1984, 3, 3), date(2016, 5, 22)
ANNA = Named(
    "Maris",
    ("Anna Marie O’Neill-Quarto", "Annie", "Mrs Zola"),
    ("AQ", "A.M.Q."),
    (("1 Nowhere Lane, Norham, NR1 2AB", "Address 1"),),
)
BILAL = Named("Tobias", ("Bilal Quarto", "Will"))
CHILD = Named("[child]", ("May Rose Quarto",))
SAY = pseudonyms([ANNA, BILAL, CHILD], [BORN, DIED])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anna's sister; Anna’s child", "Maris's sister; Maris’s child"),
        ("ANNA O'NEILL QUARTO attended", "MARIS attended"),
        ("quarto, bilal came", "Tobias came"),
        ("A\u0301nna, anna and annie", "Maris, Maris and Maris"),
        ("An\u00adna", "Maris"),
        ("Mr Quarto was out", f"Mr {SEVERAL} was out"),
        ("B. Quarto; B Quarto", "Tobias; Tobias"),
        ("AQ said; A.M.Q. and A Q; aq", "Maris said; Maris. and Maris; aq"),
        ("Will came. He will come.", "Tobias came. He will come."),
        ("May 2016, 3 May, with May", "May 2016, 3 May, with [child]"),
        ("Mrs Zola", "Mrs Maris"),
        ("at 1 Nowhere Lane, nr1 2ab", "at Address 1, Address 1"),
        ("born 3rd March 1984 (03/03/84)", "born March 1984 (March 1984)"),
        ("died 22 may 2016, 2016-05-22", "died May 2016, May 2016"),
        ("on 23/05/2016 at 9", "on 23/05/2016 at 9"),
        ("Nothing\n\there to change — é, 5£", "Nothing\n\there to change — é, 5£"),
        ("", ""),
    ],
)
def test_what_is_written_instead(text, said):
    assert SAY.words(text) == said


@pytest.mark.parametrize("surname", ["Garrow-Vale", "GARROW-VALE", "Garrow Vale", "Garrowvale"])
def test_a_surname_of_two_parts_is_one_name(surname):
    say = pseudonyms([Named("Aron", ("Leo Garrow-Vale",))], []).words

    assert say(f"Mr {surname} rang") in ("Mr Aron rang", "Mr ARON rang")
    assert say("Mr Vale rang") == "Mr Aron rang"


def test_half_past_nine_in_the_morning_is_nobody():
    said = pseudonyms([Named("Maris", ("Anna Moor",), ("AM",))], [])
    assert said.words("at 9.30 A.M. and 9 AM; AM called") == "at 9.30 A.M. and 9 AM; Maris called"


def test_a_day_in_other_figures_is_found():
    assert "03" not in SAY.words("born \uff10\uff13/03/1984")


def test_one_letter_is_nobodys_name():
    assert pseudonyms([Named("Maris", ("A", "X Y"), ("B",))], []).words("a b x") == "a b x"


def test_a_title_alone_is_nobodys_name():
    held = Named("Maris", ("Mrs",), (" . ",), (("Flat 7, 12", "Address 1"),))
    assert pseudonyms([held], []).words("Mrs came to flat 7 at 12") == "Mrs came to Address 1 at 12"


def test_nothing_is_known_of_nobody():
    assert Pseudonyms().words("Anna") == "Anna"


def test_an_entry_on_a_telling_day_has_its_month():
    assert SAY.span(DIED, DIED) == (date(2016, 5, 1), date(2016, 5, 31))
    assert SAY.span(None, DIED) == (None, date(2016, 5, 31))
    other = date(2016, 5, 23)
    assert SAY.span(other, other) == (other, other)


NAMES = st.lists(
    st.text("abcdefgéößłAÉ-'’", min_size=3, max_size=8).filter(
        lambda word: len(fold_joined(word)) > 2
    ),
    min_size=1,
    max_size=3,
).map(" ".join)
TEXTS = st.text(max_size=40)


@given(NAMES, TEXTS, TEXTS, st.sampled_from([str, str.upper, str.lower, str.title]))
def test_no_name_survives(name, before, after, written):
    said = pseudonyms([Named("Zzyx", (name,))], []).words(f"{before} {written(name)} {after}")
    register = Register(names=(HeldName("a name", name),))
    if not set(fold(name).split()) & ORDINARY:
        assert certain(findings({"text": said}, register)) == []


@given(st.dates(date(1930, 1, 1), date(2026, 1, 1)), TEXTS, TEXTS, st.integers(0, 6))
def test_no_day_survives(day, before, after, nth):
    ways = (
        f"{day:%d/%m/%Y}", f"{day.day}.{day.month}.{day:%y}", f"{day.day} {day:%B %Y}",
        f"{day:%B} {day.day}, {day.year}", day.isoformat(), f"{day:%d%m%Y}", f"{day:%d %b %y}",
    )  # fmt: skip
    said = pseudonyms([], [day]).words(f"{before} {ways[nth]} {after}")
    register = Register(days=(HeldDay("a day", day),))
    assert findings({"text": said}, register) == []


@given(TEXTS)
def test_words_are_those_of_folding_and_stand_where_they_say(text):
    found = words_in(text)
    assert [word.folded for word in found] == fold(text).split()
    assert all(0 <= word.start < word.end <= len(text) for word in found)


@given(TEXTS)
def test_a_text_without_names_is_left_byte_for_byte(text):
    nobody = pseudonyms([Named("Maris", ("Qqqqqqqqqqq Wwwwwwwwwww",))], [])
    assert nobody.words(text) == text


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("22/05/2016 14:30", "22 May 2016, 14:30"),
        ("?22/05/2016", "22 May 2016, in doubt"),
        ("22/05/2016 approximately 14.53", "22 May 2016, about 14:53"),
        ("22/05/2016 evening", "22 May 2016, 17:00 to 23:59"),
        ("May 2016", "May 2016"),
        ("Q1 2016", "January to March 2016"),
        ("spring 2016", "spring 2016"),
        ("winter 2016", "winter 2016 to 2017"),
        ("2016", "2016"),
        ("3 to 5 May 2016", "3 May 2016 to 5 May 2016"),
        ("before March 2015", "on or before 28 February 2015"),
        ("after 2014", "on or after 1 January 2015"),
        ("not known", "not known"),
    ],
)
def test_what_was_understood_in_words(written, words):
    read = read_date(written, reference_year=2026)
    at = time_words(read.clock.earliest, read.clock.latest, read.clock.precision)
    assert understood(read.earliest, read.latest, read.precision, at=at, doubt=read.doubt) == words


def test_a_span_that_fits_no_name_is_said_by_its_ends():
    odd = (date(2016, 5, 2), date(2016, 7, 9))
    assert day_words(*odd, "season") == "2 May 2016 to 9 July 2016"
    assert day_words(odd[0], odd[0], "range") == "2 May 2016"
