"""Days, hours and ages of a life are found; those of the review, of laws and of books are not."""

from datetime import date

import pytest

from anonymity.checking.checks.precise_times import find
from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Generalised, Person, Register
from tests.anonymity.marked import found_in, missed_and_false

REGISTER = Register(
    people=(
        Person(role="victim", pseudonym="Marigold", sex="F", died_on=date(2019, 5, 14)),
        Person(role="perpetrator", pseudonym="Tobias", sex="M", born_on=date(1984, 2, 9)),
        Person(role="child", pseudonym="Child P", publish_sex=False),
    ),
    period_from=date(2015, 1, 1),
    period_to=date(2019, 5, 14),
    generalised=(Generalised(fact="date of death", published_as="mid-May 2019"),),
)

GIVES_AWAY = (
    "Marigold rang «at three in the morning» and again «between 4 and 5 that morning».",
    "«At 7.14» the crew was with Marigold and stayed.",
    "«Shortly after 9.40» Tobias left, and «at about 10.05» he rang.",
    "Marigold moved out «on 3 March 2017» and told nobody.",
    "They planted a tree «on 14 May 2021», two years to the day after she left them.",
    "She was «thirty-four years and two months old» and had a new home.",
    "«On the 21st of June 2016» she went to her GP with bruises.",
    "Tobias was sentenced «on Friday 8 November 2019» to life imprisonment.",
    "Her sister telephoned «on 04/08/2018» and spoke to her.",
    "She was seen again «on 7th September» and said that all was well.",
    "Police attended «on 12.11.2017» after a neighbour had called.",
    "Marigold saw her doctor «on October 9th, 2015» about her sleep.",
    "«In late January 2016» she gave birth to her second child.",
    "Marigold and Tobias married «in early August 2014».",
    "«Just after 22:40 on the Tuesday» he rang for an ambulance.",
    "«At 3am» Tobias woke his brother.",
    "The nurse called «at ten to four in the afternoon» and nobody answered.",
    "The surgery wrote to Marigold «on the 19th» and again later.",
    "Tobias was «born in the borough in February 1984» and went to school there.",
    "He left her flat «between 10:15 and 11:00 that morning».",
    "A neighbour heard shouting «at around 7.30pm».",
    "He was seen «at 2115 hours» on the stairs.",
    "«Marigold was 34 and Tobias was 41» at the time.",
    "«Marigold (36)» had worked all her life.",
    "She was «aged 19» when she met him.",
    "She was seen «on the 19th of the month» at the clinic.",
    "The doctor described the body of a «78-year-old» man.",
    "«At 84», she was still driving. She was a woman who «at 84» was giving more than she got.",
    "Tobias, a «forty-one-year-old» man, had no work.",
    "Her parents parted when «she was eleven».",
    "«By the age of seventeen» she lived alone.",
    "She had just kept «her 34th birthday».",
    "Marigold was «born in Leeds in 1985».",
    "Marigold, «born 1985», was the eldest.",
    "She «booked for care at eleven weeks» with Child P, and Marigold was well.",
    "In June she was seen «when 14 weeks pregnant».",
    "She booked «at 9+3 weeks’ gestation» with the midwife.",
    "He let himself in «on a Saturday in mid-May 2019».",
    "Marigold died «on 14 May 2019».",
    "The form gave Marigold «dob 1985» and no address.",
    "Marigold had just kept «her thirty-fourth birthday».",
    "She rang her sister «two days after her 28th birthday» and wept.",
    "She had known him since she «was seventeen years and four months».",
    "She left the house «at approximately twenty past four».",
    "Her last message was sent «at ten minutes to midnight».",
    "Officers came «at 2347 hrs» and found the door open to her flat.",
    "Tobias was last seen on the «8.40 train» to the coast.",
    "She told her sister of it «the night before Eid».",
    "The report covers «1 January 2015 to 14th May 2019».",
)
MAY_STAND = (
    "What Marigold asked for is discussed at 7.14 above.",
    "Her cough was described at 7.14, and Tobias was unwell.",
    "On 24 March 2020 the Secretary of State asked everybody to stay at home, as Marigold did.",
    "The second national restrictions began on 5 November 2020, when Marigold was alone.",
    "The risk of suicide was known by the end of September, and Marigold was alone.",
    "13.7\tAugust 2016 was a month in which Marigold was well.",
    "Marigold went to the GP on the 3rd floor, and on the 2nd occasion took a friend.",
    "It was her ten-to-one chance, she said.",
    "Marigold moved out in March 2017 and told nobody.",
    "The panel met on 3 March 2020 and heard of Marigold’s life.",
    "The Chair was appointed on 12 November 2019.",
    "The final report was submitted to the Home Office on 4 May 2021.",
    "Marigold’s death in mid-May 2019 was a shock to all.",
    "In early June she saw her GP about her sleep.",
    "The Care Act 2014 came into force on 1 April 2015.",
    "In the year ending 31 March 2018 most victims were women.",
    "Those aged 16 or over are covered by the definition.",
    "Women aged 20 to 24 are most at risk.",
    "Marigold was 20 minutes late for the appointment.",
    "Tobias was 12 times as likely to reoffend.",
    "The helpline is open from 9am to 5pm.",
    "She had been married for seventeen years and four months.",
    "She was given a sentence of two years and six months.",
    "Marigold was in her thirties and Tobias in his forties.",
    "She had 3 appointments in 2017 and 2 in 2018.",
    "She had an overdue bill of £10.30 and paid it.",
    "He was given a sentence of 26 years.",
    "Guidance was published on 7 December 2016.",
    "See paragraph 4.12.3 of her notes.",
    "The CQC inspected her surgery on 3 June 2017.",
    "She may be 1 of 10 who told him.",
    "Marigold was 1 of 4 sisters.",
    "She was pregnant in the summer of 2016.",
    "Marigold had lived there for 2 years.",
    "She was referred under section 47 and he was told in 24 hours.",
    "The register was read from January 2015 to May 2019.",
)


@pytest.mark.parametrize("text", GIVES_AWAY)
def test_what_is_too_exact_is_found_and_nothing_beside_it(text: str) -> None:
    assert missed_and_false(find, text, REGISTER) == ([], [])


@pytest.mark.parametrize("text", MAY_STAND)
def test_what_is_published_as_it_is_may_stand(text: str) -> None:
    assert missed_and_false(find, text, REGISTER) == ([], [])


def test_the_number_of_a_paragraph_is_no_day() -> None:
    lines = [
        "BACKGROUND",
        "3.1.10 She left him.",
        "3.1.11 She came back to him.",
        "09.11.16 She left.",
    ]
    hits = list(find(Paper.of_text("\n\n".join(lines)), REGISTER))
    assert [one.text for one in hits] == ["09.11.16"]


def only(text: str, register: Register = REGISTER, **kinds: str) -> Finding:
    (one,) = found_in(find, text, register, **kinds)
    assert one.kind is Kind.PRECISE
    return one


def test_a_period_that_ends_on_the_day_of_death_stops_a_paper_even_in_its_terms() -> None:
    one = only(
        "[Note: the period agreed is January 2015 to 14 May 2019]", heading="Terms of Reference"
    )

    assert one.severity is Severity.STOP
    assert one.text == "14 May 2019"
    assert "period under review" in one.reason


def test_a_period_that_ends_with_a_year_tells_no_death() -> None:
    register = Register(period_to=date(2018, 12, 31))

    found = found_in(find, "The period is 1 January 2015 to 31 December 2018.", register,
                     heading="Terms of Reference")  # fmt: skip

    assert found == []


@pytest.mark.parametrize("day", ["14 May 2019", "14th May", "14/05/2019", "14.5.19", "2019-05-14"])
def test_the_day_of_the_death_stops_a_paper_in_any_form(day: str) -> None:
    assert only(f"All of this was before {day}.", heading="Glossary").severity is Severity.STOP


def test_the_same_day_of_another_year_is_not_the_day_of_the_death() -> None:
    assert only("Marigold saw him on 14 May 2017.").severity is Severity.POLICY


def test_a_day_of_birth_stops_a_paper() -> None:
    assert only("Tobias (09/02/1984) was known to them.").severity is Severity.STOP


def test_a_paper_without_a_register_that_says_when_somebody_died_is_serious() -> None:
    assert only("She died on 2 June 2018.", Register()).severity is Severity.SERIOUS


def test_a_paper_that_ends_its_period_with_the_date_of_death_says_so_itself() -> None:
    text = "The period is from 1 June 2014 to 2 June 2018, the date of the death."

    one = only(text, Register(), heading="Terms of Reference")

    assert one.severity is Severity.STOP
    assert one.text == "from 1 June 2014 to 2 June 2018"


def test_a_day_is_put_as_its_month_and_an_age_as_a_decade() -> None:
    assert only("On 3 March 2017 she left.").proposal == "In March 2017"
    assert only("She was aged 34 when she left.").proposal == "She was in her thirties"
    assert only("A call came at 22:10 from her.").proposal == "in the evening"


def test_a_day_and_its_hour_are_one_finding() -> None:
    assert only("She rang on 3 March 2017 at 22:10 and wept.").text == "on 3 March 2017 at 22:10"


def test_a_sentence_broken_by_a_file_made_from_a_pdf_is_read_whole() -> None:
    text = (
        "The panel of this review, with all of those who had been asked to come and to\n"
        "read what had been sent to them, met on 3 March 2020 and read it."
    )

    assert found_in(find, text, REGISTER) == []


def test_of_the_period_under_review_only_its_end_is_marked() -> None:
    text = "The review looked at contact from 1 January 2015 to 14 May 2019, when she died."
    found = found_in(find, text, REGISTER, heading="Scope")

    assert [(one.text, one.severity) for one in found] == [("14 May 2019", Severity.STOP)]


@pytest.mark.parametrize(
    "text",
    [
        "The period under review is 3 March 2015, when Tobias came, to her death.",
        "The national lockdown began on 3 March 2020, and Marigold was at home.",
        "Panel 3\t3 March 2020",
        "The review covers the period from 1 January 2015, a year of illness, to her death.",
    ],
)
def test_days_of_the_review_and_of_the_country_are_left(text: str) -> None:
    assert found_in(find, text, REGISTER) == []


def test_the_number_of_a_paragraph_of_the_paper_is_no_hour() -> None:
    paper = Paper.of_text("BACKGROUND\n\n7.14 Marigold rang at 7.14 and at 7.15 she wept.")

    assert [one.text for one in find(paper, REGISTER)] == ["at 7.15"]


def test_an_age_to_the_month_is_found_at_the_head_of_a_sentence() -> None:
    assert "66 years and two months" in only("At 66 years and two months he had no friends.").text


@pytest.mark.parametrize(
    "text",
    [
        "At 31 March 2016 there were many certificates on issue in England and Wales.",
        "The scheme was introduced on 26 June 2017.",
    ],
)
def test_days_of_everybody_are_left(text: str) -> None:
    assert found_in(find, text, REGISTER) == []


@pytest.mark.parametrize(
    "text",
    [
        "A Stalking Protection Order, available since 20 January 2020, was not thought of.",
        "The scheme has operated throughout England and Wales since 8 March 2014.",
    ],
)
def test_the_day_since_when_there_is_a_law_may_stand(text):
    assert found_in(find, text, Register()) == []
