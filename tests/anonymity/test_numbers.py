import pytest

from anonymity.checking.checks import numbers
from anonymity.checking.finding import Severity
from anonymity.checking.paper import Paper
from tests.anonymity.samples import REGISTER, found


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Her NHS number was 943 476 5919.", "943 476 5919"),
        ("NHS 9434765919", "9434765919"),
        ("National Insurance AB 12 34 56 C", "AB 12 34 56 C"),
        ("DOB: 03/04/1985", "DOB: 03/04/1985"),
        ("She was born on 3 April 1985.", "born on 3 April 1985"),
        ("She lived at SW9 8XQ then.", "SW9 8XQ"),
        ("Call 07700 900123 at night", "07700 900123"),
        ("He rang 020 7946 0018.", "020 7946 0018"),
        ("write to pip.ostrander@example.org", "pip.ostrander@example.org"),
        ("the car, registration AB12 CDE, was seen", "registration AB12 CDE"),
        ("it was case 13XK204188P then", "13XK204188P"),
        ("CRIS 6534821/19 was opened", "CRIS 6534821/19"),
        ("log QX/48111/17 says so", "QX/48111/17"),
        ("from his account ending 4471", "account ending 4471"),
        ("crime reference 42/71998/19", "42/71998/19"),
        ("It was logged against student number 20318846.", "student number 20318846"),
        ("Her staff no. was 481516.", "staff no. was 481516"),
    ],
)
def test_a_number_of_one_person_is_found(line, text):
    assert any(text in one or one in text for one in found(numbers, line))


@pytest.mark.parametrize(
    "line",
    [
        "943 476 5918 is no NHS number: its check digit is wrong.",
        "111 111 1111",
        "Between 2012 and 2019 there were 1,204 contacts.",
        "Home Office, 2 Marsham Street, London SW1P 4DF",
        "Media enquiries: 01632 960 961, safer@calderwick.gov.uk",
        "Enquiries: communitysafety@calderwick.example",
        "It is a charity, number 1130754, company number 07134210.",
        "D:20261123093240Z",
        "D:20261123093240+00’00’",
        "In case 12 of the study, 4 in 10 answered.",
        "The incident in 2019 was not recorded.",
        "Crime Act 2004, section 9",
        "QQ 12 34 56 C and BG 12 34 56 A were never given out",
        "the index of multiple deprivation 2019",
    ],
)
def test_other_numbers_are_left(line):
    assert found(numbers, line) == []


def test_what_is_found_stops_or_is_serious():
    paper = Paper.of_text("NHS 943 476 5919, ring 07700 900123")
    found_ones = sorted(numbers.find(paper, REGISTER), key=lambda one: one.start)
    assert [one.severity for one in found_ones] == [Severity.STOP, Severity.SERIOUS]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("tried as T20187123 there", "T20187123"),
        ("a prisoner, A1234BC, wrote", "A1234BC"),
        ("He wrote as @tobin_w on it.", "@tobin_w"),
        ("She moved to the NE27 area.", "NE27"),
        ("He drove off in AB12 CDE.", "AB12 CDE"),
        ("She lived at SW98XQ then.", "SW98XQ"),
        ("tenancy reference 00048213 ended", "00048213"),
    ],
)
def test_numbers_of_trials_prisons_and_cars_are_found(line, text):
    assert any(text in one for one in found(numbers, line))


@pytest.mark.parametrize(
    "line",
    [
        "NICE guidance CG17 area",
        "in MK12 NHS",
        "mail@home",
        "A4 paper",
        "from 03/2016 to 10/2017",
        "see [@nowhere]",
    ],
)
def test_what_only_looks_like_one_is_left(line):
    assert found(numbers, line) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The council was told. The form gave the postcode NX4 2PD.", "NX4 2PD"),
        ("Her postcode was NX4 2CV, said the council.", "postcode was NX4 2CV"),
        ("They looked at the postcode area NX4.", "postcode area NX4"),
    ],
)
def test_a_postcode_in_a_paragraph_that_names_an_office_is_found(line, text):
    assert any(text in one for one in found(numbers, line))


def test_that_of_an_office_is_left():
    assert found(numbers, "Write to the council at the Town Hall, Calderwick NX4 2PD.") == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("No unit was free: Log 318 refers.", "Log 318"),
        ("The second call (CAD no. 77) was closed.", "CAD no. 77"),
        ("Incident 452 of 9 May was linked to it.", "Incident 452"),
        ("It was PC 3381 who came.", "PC 3381"),
        ("Her file no. PK/118 was kept.", "file no. PK/118"),
        ("He gave his passport as 533401289.", "533401289"),
        ("Exhibit QD/14 was a diary.", "Exhibit QD/14"),
        ("They sent ///filled.count.soap to the crew.", "///filled.count.soap"),
        ("The letter had ref 88213 on it.", "ref 88213"),
    ],
)
def test_a_short_number_is_found_beside_its_word(line, text):
    assert text in found(numbers, line)


@pytest.mark.parametrize(
    "line",
    [
        "PC 1, PC 12 and DS 3 read Log 4 and the log 742 calls had filled.",
        "Crime 2020 and incident 3 of the list; CAD 2019 was a new system.",
        "The log recorded 742 calls and serial 2018 data.",
        "The charity, registered as 20318846, rang 533 people.",
    ],
)
def test_a_number_of_a_list_or_a_year_is_left(line):
    assert found(numbers, line) == []
