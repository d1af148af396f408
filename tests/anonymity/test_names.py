import pytest

from anonymity.checking.checks import names
from anonymity.checking.finding import Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Person, Register
from tests.anonymity.samples import REGISTER, found
from tests.anonymity.who import told


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Philippa Ostrander was seen by her GP.", "Philippa Ostrander"),
        ("A letter to Mrs Ostrander was returned.", "Ostrander"),
        ("Her family called her ‘Pip’.", "Pip"),
        ("He said that Philippa’s phone was off.", "Philippa"),
        ("PO told the nurse that GW had left.", "PO"),
        ("P.O. did not attend.", "P.O"),
        ("Mrs Ostrandar was not at home.", "Ostrandar"),
        ("Mr Wendelholme was arrested.", "Wendelholme"),
        ("Philippa\u00a0Ostrander", "Philippa\u00a0Ostrander"),
    ],
)
def test_a_name_is_found_in_every_form(line, text):
    assert text in found(names, line)


@pytest.mark.parametrize(
    "line",
    [
        "Maris was seen by her GP.",
        "The post office (P.O.B. 12) kept the parcel.",
        "Imelda Trask chaired the panel.",
        "The POLICE were called; the PONY was not.",
        "a pipette, a pip and an osprey",
    ],
)
def test_what_is_nobodys_name_is_left(line):
    assert found(names, line) == []


def test_it_stops_and_says_what_to_write_instead():
    (one,) = names.find(Paper.of_text("Mrs Ostrander"), REGISTER)
    assert (one.kind, one.severity, one.proposal) == (Kind.IDENTIFIER, Severity.STOP, "Maris")
    nobody = Register(people=(Person(role="friend", true_names=("Zeb Quill",)),))
    (one, *_) = names.find(Paper.of_text("Zeb Quill"), nobody)
    assert one.proposal == "the friend"


def test_a_name_that_may_be_printed_is_no_finding():
    shared = Register(
        people=(Person(pseudonym="Maris", true_names=("Anwen Trask",)),),
        may_be_named=("Imelda Trask",),
    )
    assert found(names, "Imelda Trask wrote to Anwen.", register=shared) == ["Anwen"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("OSTRANDER, Philippa", "OSTRANDER"),
        ("see ostrander_imr_v2.docx", "ostrander_imr_v2"),
        ("a letter from Mrs Os-trander", "Os-trander"),
        ("Her friends rang Pippa that day.", "Pippa"),
        ("Ms O was asked.", "Ms O"),
    ],
)
def test_a_name_is_found_in_capitals_in_files_and_short(line, text):
    assert any(text in one or one in text for one in found(names, line))


@pytest.mark.parametrize("line", ["Ms Oakes was asked.", "Ms OB was asked.", "Gar Wood"])
def test_letters_of_others_are_left(line):
    assert found(names, line) == []


def test_the_first_name_of_a_professor_who_is_cited_is_left():
    assert found(names, "Professor Philippa Marlowe Hay found it.") == []
    assert "Philippa Ostrander" in found(names, "Professor Philippa Ostrander found it.")
    assert found(names, "Ask Philippa Marlowe Hay.") == ["Philippa"]


def test_initials_of_nobody_in_the_register_are_found_where_lives_are_told():
    assert told(names, "The form called her J.T. and was sent back.") == ["J.T."]
    for line in ("She went to the U.K. and her G.P. rang.", "It is of Trask, J.T. Quenby (2009)."):
        assert told(names, line) == []
    assert told(names, "The form called her J.T. in full.", heading="METHODOLOGY") == []


def test_a_pseudonym_of_true_initials_is_told_once():
    register = Register(
        people=(Person(role="victim", pseudonym="PO", true_names=("Philippa Ostrander",)),)
    )
    assert found(names, "PO was seen. PO said so.", "PO told her.", register=register) == ["PO"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The log reads: “GW states that he will not go home.”", "GW"),
        ("“Call from mother of GW, worried about him”, it says.", "GW"),
        ("A nurse spoke to GW about his leave.", "GW"),
        ("GW presents as low.", "GW"),
    ],
)
def test_initials_in_the_records_of_agencies_are_found(line, text):
    unknown = Register(people=(Person(role="perpetrator", true_names=("Garrick Wendelhome",)),))
    assert set(found(names, line, register=unknown)) == {text}


def test_letters_of_the_trade_are_nobodys_initials():
    trade = Register(people=(Person(role="victim", true_names=("Matilda Hale",)),))
    assert found(names, "“Referred to MH for help”, and with MH on call.", register=trade) == []


def test_a_pseudonym_of_somebody_else_is_no_first_letter():
    oakes = Person(role="victim", pseudonym="Maris", true_names=["Ann Oakes"])
    other = Person(role="friend", pseudonym="Ms O")
    register = Register(people=(oakes, other))
    assert told(names, "Ms O was asked.", register=register) == []
    assert told(names, "Ms O was asked.", register=Register(people=(oakes,))) == ["Ms O"]


def test_a_name_of_six_letters_with_another_vowel_is_found():
    known = Register(people=(Person(role="victim", true_names=("Jordan Tresk",)),))
    assert found(names, "It was told that Jordon was there.", register=known) == ["Jordon"]
    assert found(names, "It was told that Gordon was there.", register=known) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Her friends wrote #JusticeForPhilippa on it.", "#JusticeForPhilippa"),
        ("It was signed PhilippaOstrander by them.", "PhilippaOstrander"),
        ("See philippaostrander2019 and no other.", "philippaostrander2019"),
        ("A page, RememberOstrander, was made.", "RememberOstrander"),
        ("#justiceforphilippa was written on a wall.", "#justiceforphilippa"),
        ("It was P h i l i p p a who rang.", "P h i l i p p a"),
        ("It was \uff30\uff48\uff49\uff4c\uff49\uff50\uff50\uff41 who rang.",
         "\uff30\uff48\uff49\uff4c\uff49\uff50\uff50\uff41"),
        ("It was \u0420h\u0456lippa who rang.", "\u0420h\u0456lippa"),
    ],
)  # fmt: skip
def test_a_name_in_disguise_is_found(line, text):
    assert set(found(names, line)) == {text}


@pytest.mark.parametrize(
    "line",
    ["The Philippanes are an order.", "#justice for all", "Łódź – Γαλάζιο"],
)
def test_words_that_only_begin_so_are_left(line):
    assert found(names, line) == []


LONG_NAMES = Register(
    people=(
        Person(role="victim", pseudonym="Maris", true_names=("Leighton Rosewarne",)),
        Person(role="perpetrator", pseudonym="Tobin", true_names=("Kerrigan Stepney",)),
    )
)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("A friend wrote: “Leight was the one who rang.”", "Leight"),
        ("“We all loved our Leighty,” she wrote.", "Leighty"),
        ("The note says that Kez was at the door.", "Kez"),
        ("“Tell Kerrig to go,” she said.", "Kerrig"),
    ],
)
def test_a_long_name_that_was_cut_is_found(line, text):
    assert found(names, line, register=LONG_NAMES) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "“It was in Leigh Park that we met,” she wrote.",
        "The Step programme and Kerr Street were named.",
        "He took one step. “Step by step,” she said.",
    ],
)
def test_letters_that_are_no_cut_name_are_left(line):
    assert found(names, line, register=LONG_NAMES) == []
