"""What a text gives away, and what it does not. Every name and day is invented."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews.checks.exact_dates import holds_day
from reviews.checks.folding import fold
from reviews.checks.register import HeldDay, HeldName, Register, register_of
from reviews.checks.true_names import certain, findings
from reviews.models import PersonRole
from tests.factories.reviews import PersonFactory, ReviewFactory

SECRET = "the true name of Maris"


def search(text, *names):
    register = Register(names=tuple(HeldName(SECRET, name) for name in names))
    return findings({"Media": text}, register)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Oriel Vantongren", "She is Oriel Vantongren."),
        ("Oriel Vantongren", "oriel vantongren's sister"),
        ("Oriel Vantongren", "ORIEL\n  VANTONGREN"),
        ("Oriel Vantongren", "VANTONGREN, Oriel (born 1984)"),
        ("Oriel Vantongren", "_Oriel_ **Vantongren**"),
        ("Oriel Vantongren", "Ori\u00adel Van\u200btongren"),
        ("Mrs Oriel Vantongren", "Oriel Vantongren"),
        ("Oriel Jane Vantongren", "Oriel Vantongren and another"),
        ("Oriel Jane Vantongren", "Vantongren, Oriel Jane"),
        ("Zoë Brønd", "Zoe Brond"),
        ("Zoe Brond", "ZOË BRØND"),
        ("Thora Weiss", "Thora Weiß"),
        ("Ada Quill-Marsh", "Ada Quill Marsh"),
        ("Ada Quill Marsh", "Ada Quill\u2011Marsh"),
        ("Ada Quill-Marsh", "Ada QuillMarsh"),
        ("Niall O’Tarn", "Niall O'Tarn"),
        ("Niall O'Tarn", "NIALL OTARN"),
        ("Oriel Vantongren", "She is Ori-el Van-\n tongren."),
        ("Oriel Vantongren", "Ori\u034fel Van\ufe0ftongren"),
        ("Oriel", "Ori-\nel"),
        ("Oriel", "Oriel"),
        ("Oz", "known as Oz."),
    ],
)
def test_a_whole_name_is_found_however_it_is_written(name, text):
    (found,) = search(text, name)

    assert found.is_certain
    assert found.words == "“Media” holds the true name of Maris."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Will", "The panel will meet."),
        ("Will", "Will the panel meet?"),
        ("May", "It met on 2 May 2026, and in May 2027."),
        ("may", "What may be asked"),
        ("Grace", "Days of grace.\nGrace was given."),
    ],
)
def test_a_name_that_is_a_word_as_well_is_for_a_person_to_decide(name, text):
    (found,) = search(text, name)
    assert not found.is_certain


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Will", "She told Will, who rang."),
        ("Will", "Will said so. His brother (Will) rang."),
        ("May", "On 2 May 2026 she asked for May."),
        ("Grace", "grace"),
    ],
)
def test_unless_it_stands_as_a_name(name, text):
    (found,) = search(text, name)
    assert found.is_certain


@pytest.mark.parametrize(
    "text", ["Oriel told her GP", "the Vantongren family", "Mrs Quill", "quill", "Quillmarsh"]
)
def test_one_word_of_a_name_of_several_is_left_to_a_person(text):
    (found,) = search(text, "Oriel Vantongren Quill-Marsh")

    assert not found.is_certain
    assert found.words == "“Media” holds a word of the true name of Maris."
    assert certain([found]) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Oriel", "the oriels of the house"),
        ("Ann", "an annual meeting"),
        ("Mrs Oriel Vantongren", "Mrs Somebody"),
        ("Oriel V", "paragraph v"),
        ("J", "j"),
        ("Mrs", "Mrs Somebody"),
        ("—", "— a dash"),
        ("Oriel", ""),
    ],
)
def test_what_only_looks_like_a_name_is_not_found(name, text):
    assert search(text, name) == []


def test_a_finding_never_shows_the_value():
    register = Register(
        names=(HeldName(SECRET, "Oriel Vantongren"),),
        days=(HeldDay("the date of birth of Maris", date(1984, 3, 3)),),
    )

    found = findings({"Media": "Oriel Vantongren, 3 March 1984"}, register)

    assert len(found) == 2
    for shown in (str(found), str(register), " ".join(finding.words for finding in found)):
        assert "Oriel" not in shown
        assert "1984" not in shown


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"]), min_size=2), st.text(), st.text())
def test_a_name_between_other_words_is_always_found(name, before, after):
    if len(fold(name)) > 1 and fold(name) not in {"mr", "ms", "mx", "dr", "mrs", "sir", "rev"}:
        assert certain(search(f"{before} {name} {after}", name))


@pytest.mark.parametrize(
    "written",
    [
        "3 March 1984", "03 March 1984", "3rd March 1984", "3rd of March, 1984", "3 MARCH 1984",
        "3 Mar 1984", "3 Mar. 84", "3-Mar-84", "3 March ’84", "March 3, 1984", "March 3rd 1984",
        "3/3/1984", "03/03/1984", "03/03/84", "3.3.84", "03-03-1984", "03 03 1984", "3 / 3 / 1984",
        "1984-03-03", "1984/3/3", "19840303", "03032084".replace("20", "19"),
        "Saturday 3\u00a0March\n1984", "born on 3³ 3rd March 1984",
        "1984 March 3", "3rd day of March 1984", "March the 3rd, 1984", "3\u22123\u22121984",
        "3\u20443\u20441984", "3—March—1984",
    ],
)  # fmt: skip
def test_a_day_is_found_in_every_way_people_write_it(written):
    assert holds_day(f"She was born on {written}, in the spring.", date(1984, 3, 3))


@pytest.mark.parametrize(
    "written",
    [
        "March 1984", "spring 1984", "13 March 1984", "3 March 1985", "33/3/1984", "3 March",
        "3 May 1984", "03/04/1984", "0303198412", "paragraph 3.3", "3 marches 1984",
    ],
)  # fmt: skip
def test_a_month_or_another_day_is_not_that_day(written):
    assert not holds_day(f"It was {written}.", date(1984, 3, 3))


@pytest.mark.parametrize("written", ["9 Sept 2001", "9 Sep. 2001", "9 September 2001"])
def test_september_has_two_short_forms(written):
    assert holds_day(written, date(2001, 9, 9))


@settings(deadline=None)
@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_is_found_as_this_product_writes_it(day):
    assert holds_day(f"{day.day} {day:%B %Y}", day)
    assert holds_day(day.isoformat(), day)
    assert not holds_day(f"{day:%B %Y}", day)


@pytest.mark.django_db
class TestRegister:
    def test_it_holds_names_other_names_and_days_of_everybody(self):
        review = ReviewFactory(incident_on=date(2026, 1, 1), died_on=date(2026, 1, 2))
        PersonFactory(
            review=review, true_name="Oriel Vantongren", pseudonym="Maris",
            aliases=["Ozzy"], born_on=date(1984, 3, 3),
        )  # fmt: skip
        PersonFactory(
            review=review, true_name="Tam Eldrick", pseudonym="", role=PersonRole.NEIGHBOUR
        )
        PersonFactory(true_name="Somebody Elsewhere")
        texts = {
            "Media": "Ozzy and Tam Eldrick, who died on 2.1.2026 after 1 January 2026",
            "Period": "Born 3/3/84. Somebody Elsewhere",
        }

        found = findings(texts, register_of(review))

        assert [finding.words for finding in found] == [
            "“Media” holds another name of Maris.",
            "“Media” holds the true name of a person of this review (neighbour).",
            "“Media” holds the exact day of the death.",
            "“Media” holds the exact day of the incident.",
            "“Period” holds the date of birth of Maris.",
        ]

    def test_an_incident_on_the_day_of_the_death_is_said_once(self):
        day = date(2026, 1, 2)
        review = ReviewFactory(incident_on=day, died_on=day)

        assert len(findings({"Media": "2 January 2026"}, register_of(review))) == 1

    def test_a_review_of_which_little_is_known_has_an_empty_register(self):
        assert register_of(ReviewFactory(died_on=None)) == Register()
