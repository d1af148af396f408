"""What only one person ever was, and how somebody took their life."""

import pytest

from anonymity.checking.checks import distinctions
from tests.anonymity.who import told


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Maris was the only blacksmith in the county.", "the only blacksmith in the county"),
        ("Tobin drove for the town’s only baker.", "the town’s only baker"),
        (
            "The county’s only college of the land, where she was a student",
            "The county’s only college",
        ),
        ("He was coxswain of the town’s lifeboat.", "coxswain of the town’s lifeboat"),
        ("At nineteen she was crowned the Harvest Queen.", "crowned the Harvest Queen"),
        ("He was captain of the second eleven.", "captain of the second eleven"),
        ("She was awarded the MBE.", "MBE"),
        ("She had been stabbed more than 47 times.", "stabbed more than 47 times"),
        ("There were eleven stab wounds.", "eleven stab wounds"),
        ("She had been on a television quiz show.", "on a television quiz show"),
        ("Tobin had won Grocer of the Year.", "Grocer of the Year"),
        ("There was a petition signed by many.", "petition signed"),
        ("Odette is a county councillor for the ward.", "county councillor"),
    ],
)
def test_what_a_search_has_one_answer_to_is_found(line, text):
    assert any(text in one for one in told(distinctions, line))


@pytest.mark.parametrize(
    "line",
    [
        "It was the first contact of the police in the area.",
        "The panel was the only one in the county.",
        "She was the only person he told.",
        "She was seen 47 times and was hit by him.",
        "The first lockdown began in the country in March.",
        "Maris worked in the town and liked it.",
    ],
)
def test_what_many_are_is_left(line):
    assert told(distinctions, line) == []


def test_the_honours_of_those_who_reviewed_are_left():
    assert told(distinctions, "By Rowan Pell OBE", heading="REVIEW PANEL MEMBERS") == []


def test_how_somebody_took_their_life_is_found_where_one_was_taken():
    line = "She died that night. She had used the belt of the dressing gown."
    assert told(distinctions, line, "The inquest found suicide.") == [
        "used the belt of the dressing gown"
    ]
    assert told(distinctions, line) == []
    assert told(distinctions, "She wore a belt and died of cold.", "suicide") == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("In May she took an overdose of thirty paracetamol.", 1),
        ("She had taken 24 tablets that night.", 1),
        ("An overdose of twelve codeine was treated.", 1),
        ("She took two paracetamol for a headache.", 0),
        ("She took an overdose of tablets.", 0),
        ("In 2019 she took part in ten meetings.", 0),
    ],
)
def test_how_much_was_taken_is_found(line, count):
    assert len(told(distinctions, line)) == count


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Lorne, who kept goal for two seasons in county hockey, told the Chair of her.",
         "kept goal for two seasons in county hockey"),
        ("Odette has since run the coast path, 40 miles, in her memory.", "run the coast path"),
        ("With friends she raised £4,310 for a hospice.", "raised £4,310"),
        ("Her brother was the last lighthouse keeper on the island.",
         "was the last lighthouse keeper on the island"),
        ("She drove the last tram to the depot.", "drove the last tram"),
        ("Her retirement was marked by a presentation at the Guildhall.", "was marked by"),
        ("His hotel won its third rosette that year.", "won its third rosette"),
        ("He was filmed for a documentary as a boy.", "filmed for a documentary"),
        ("She was projectionist of the town’s cinema.", "projectionist of the town’s cinema"),
        ("The couple kept the village post office for thirty-one years.",
         "kept the village post office"),
        ("A bench in her memory stands there.", "bench in her memory"),
        ("Her mother spoke on local radio of her.", "spoke on local radio"),
        ("She was a finalist in a baking contest.", "finalist"),
        ("Lorne ran the Wexcombe Marathon.", "ran the Wexcombe Marathon"),
        ("His brother holds the club record for the mile.", "club record"),
        ("She published a book of her recipes.", "published a book"),
    ],
)  # fmt: skip
def test_what_papers_print_of_somebody_is_found(line, text):
    found = told(distinctions, line)
    assert any(text in one for one in found), found


@pytest.mark.parametrize(
    "line",
    [
        "She was the last visitor to the house.",
        "Maris was the only driver in the household.",
        "He was the only worker at the hostel who knew her.",
        "The charity raised £40,000 for its helpline.",
        "She was awarded benefit and received a letter from the town’s council.",
        "He played football with the children in the park.",
        "She walked two miles to her work each day.",
        "He was a driver in the town and retired in 2015.",
        "Her record of contact was long, and a record was kept.",
        "She was seen on a ward and retired to bed.",
    ],
)
def test_what_no_paper_prints_is_left(line):
    assert told(distinctions, line) == []


def test_the_career_of_the_chair_is_left():
    line = "The author published a book and played for the county."
    assert told(distinctions, line, heading="INDEPENDENT CHAIR") == []


@pytest.mark.parametrize(
    "line",
    [
        "Tobin’s ram took the breed championship at the county show in 2015.",
        "Maris showed her dahlias at the Northmoor Show each year.",
        "Odette was judged best in show with her terrier.",
        "Tobin lifted the darts trophy that spring.",
    ],
)
def test_what_was_won_at_a_show_is_found(line):
    assert told(distinctions, line)
    notes = ["Notes", "", "References", "", f"[3] {line}"]
    assert told(distinctions, *notes) or "that spring" in line


@pytest.mark.parametrize(
    "line",
    ["Maris took a cup of tea.", "Tobin took the car at the fair.", "She was shown to a room."],
)
def test_what_nobody_won_is_left(line):
    assert told(distinctions, line) == []
