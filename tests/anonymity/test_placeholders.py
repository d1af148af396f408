import pytest

from anonymity.checking.checks import placeholders
from tests.anonymity.samples import found


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("in respect of [insert names]", "[insert names]"),
        ("The panel ***insert view*** agreed.", "***insert view***"),
        ("2.105 DN: ask her agency again", "2.105 DN: ask her agency again"),
        ("Her GP was was not told.", "was was"),
        ("on <date to follow>", "<date to follow>"),
        ("the panel met on {tbc}", "{tbc}"),
        ("Signed off by TBC", "TBC"),
        ("the GP, Dr XX, said", "XX"),
        ("[REDACTED]", "[REDACTED]"),
        ("the school (redacted)", "(redacted)"),
        ("██████ told the police", "██████"),
        ("see Error! Reference source not found.", "Error! Reference source not found."),
        ("[Note to chair: is this right?]", "[Note to chair: is this right?]"),
        ("He left in 2012 ??", "??"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
        ("Click or tap here to enter text.", "Click or tap here to enter text"),
        ("``", "``"),
        ("in respect of [Victim 1] and others", "[Victim 1]"),
        ("Insert DWP member if attending", "Insert DWP member if attending"),
    ],
)
def test_what_was_left_open_is_found(line, text):
    assert text in found(placeholders, line)


@pytest.mark.parametrize(
    "line",
    [
        "the version was redacted before it was shared",
        "The name of her employer is not given.",
        "Panel members were asked to insert their comments.",
        "(complete, save for the action plan)",
        "Did nobody ask? No.",
        "XVI and XIX are Roman; the XL jumper was hers",
        "[Footnote 3]",
        "“Please ring me back”",
    ],
)
def test_plain_words_are_left(line):
    assert found(placeholders, line) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("It was sent on dd/mm/yyyy.", "dd/mm/yyyy"),
        ("Signed: ______", "______"),
        ("Dear {{name}}, thank you", "{{name}}"),
        ("It cost £XX in all.", "£XX"),
        ("See paragraph XX above.", "paragraph XX"),
        ("Choose an item", "Choose an item"),
        ("The wording to be agreed with her family.", "wording to be agreed"),
        ("She/he (delete as appropriate)", "delete as appropriate"),
        ("Note to chair: is this right?", "Note to chair: is this right?"),
        ("JB to confirm with the trust", "JB to confirm with the trust"),
        ("Commented [JB1]: not sure", "Commented [JB1]: not sure"),
        ("It went went on.", "went went"),
        ("There were three [] of them.", "[]"),
    ],
)
def test_what_editing_left_is_found(line, text):
    assert any(text in one for one in found(placeholders, line))


@pytest.mark.parametrize(
    "line",
    ["He had had enough of that that day.", "NHS to NHS", "Children: two", "a (small) sum of £20"],
)
def test_what_only_looks_like_it_is_left(line):
    assert found(placeholders, line) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("It was late. [DN Rowan – ask again]", "[DN Rowan – ask again]"),
        ("She agreed [wording still to settle].", "[wording still to settle]"),
        ("It ended in [month/year] at last.", "[month/year]"),
        ("14. Insert quote from her mother here.", "Insert quote from her mother here"),
        ("14. This section needs updating soon.", "This section needs updating soon"),
        ("The board’s answer – awaiting", "– awaiting"),
        ("The panel met on xx March 2020.", "xx March 20"),
        ("Her GP (name?) rang.", "(name?)"),
        ("It was told – update before it is sent.", "– update before it is sent"),
        ("DRAFT 6 – NOT FOR CIRCULATION", "DRAFT 6 – NOT FOR CIRCULATION"),
        ("4.2\tTrain\txx of 40", "xx"),
    ],
)
def test_notes_and_figures_that_were_forgotten_are_found(line, text):
    assert found(placeholders, line) == [text]


@pytest.mark.parametrize(
    "line", ["She had [still] to wait.", "The DN visited (twice).", "XXI of 40"]
)
def test_brackets_of_another_kind_are_left(line):
    assert found(placeholders, line) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Late. [IT: check w/ Rowan if it may stay]", "[IT: check w/ Rowan if it may stay]"),
        ("Seen. [RP – Imelda to supply the date]", "[RP – Imelda to supply the date]"),
        ("The force said so. [are we happy with this?]", "[are we happy with this?]"),
        ("She rang twice (Rowan to double-check) that week.", "(Rowan to double-check)"),
        ("The trust agreed (not yet signed off) in May.", "(not yet signed off)"),
        ("It helped [can we say this, after all?].", "[can we say this, after all?]"),
        ("the needs of [victim]’s sister", "[victim]’s"),
        ("in the area of [borough] at the time", "[borough]"),
        ("It is good (see tracked comment IT7).", "tracked comment IT7"),
        ("See comment RP12 on this.", "comment RP12"),
        ("Done in May, as in track changes.", "track changes"),
        (r"Q:\Reviews\Maris\family copy.docx", r"Q:\Reviews\Maris\family copy.docx"),
        ("Saved as overview_v7_clean.docx by the chair.", "overview_v7_clean.docx"),
        ("Draft 6 – for the panel", "Draft 6"),
        ("She left in 2016. Do we have a source for this?", "Do we have a source for this?"),
    ],
)  # fmt: skip
def test_notes_to_one_another_are_found(line, text):
    assert text in found(placeholders, line)


@pytest.mark.parametrize(
    "line",
    [
        "She said: “I went to [hospital] and [he] waited for me there all night.”",
        "Draft 2 was sent to the family in May.",
        "The panel read the records (which were still awaited in June).",
        "See https://example.org/papers/review.docx for it.",
        "The chair asked the panel to comment on it.",
        "The panel asked: do we know what he was told?",
        "He was seen (by a nurse, who was to see him weekly) in May.",
        "The IDVA (a worker of the charity) rang her.",
    ],
)
def test_brackets_that_readers_are_meant_to_read_are_left(line):
    assert found(placeholders, line) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("She was late. NB IT to tone down before it is sent. He was told.",
         "NB IT to tone down before it is sent"),
        ("NB – check with the trust. She was seen.", "NB – check with the trust"),
        ("N.B. Rowan wants this out.", "N.B. Rowan wants this out"),
        ("She was late. RP to reword for the family. He was told.", "RP to reword for the family"),
        ("Rowan to rewrite this half.", "Rowan to rewrite this half"),
        ("IT to supply the date from the log.", "IT to supply the date from the log"),
        ("Please check this against the log. She was seen.", "Please check this against the log"),
        ("She was seen on [x] occasions.", "[x]"),
        ("He rang [??] times that week.", "[??]"),
        ("The panel met on X occasions.", "X "),
        ("It heard from ## agencies.", "## "),
        ("She moved in 20XX and left in 201? again.", "20XX"),
        ("She left. (Author’s note: it may have been May.)",
         "(Author’s note: it may have been May.)"),
        ("This is in the summary too – delete one of these.", "delete one of these"),
        ("Insert pen portrait here", "Insert pen portrait here"),
    ],
)  # fmt: skip
def test_notes_without_brackets_and_numbers_left_out_are_found(line, text):
    assert text in found(placeholders, line)


@pytest.mark.parametrize(
    "line",
    [
        "It is so. NB: all names in this report are pseudonyms.",
        "The GP to review the patient each month.",
        "e) Why did nobody answer? [Added in May 2021 at the request of her mother]",
        "[Withheld at the request of the family]",
        "Please telephone the helpline at any time.",
        "The X-ray was clear, and Malcolm X was quoted.",
    ],
)
def test_what_is_said_to_readers_is_left(line):
    assert found(placeholders, line) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Begun. X audits were made in the spring.", "X "),
        ("The trust trained X new staff.", "X "),
        ("She was/was not asked about it.", "was/was not"),
        ("The practice had not / had been told.", "had not / had"),
        ("It did/did not ask.", "did/did not"),
        ("He attended/did not attend that day.", "attended/did not a"),
        ("It cost £x,000 and more.", "£x,000"),
        ("In all #REF! were seen.", "#REF!"),
        ("It was agreed on DD Month YYYY.", "DD Month YYYY"),
        ("Progress: to be updated", "s: to be updated"),
        ("It was signed by (name) that day.", "(name)"),
        ("Odette (aunt?) rang.", "(aunt?)"),
        ("Text in red is for the panel.", "Text in red"),
        ("She is/was known to them.", "is/was"),
        ("It said that that the log was closed.", "that"),
        ("She told them that she that she was cold.", "that she that she"),
        ("She accepted/declined the help of the service.", "accepted/declined"),
    ],
)
def test_a_figure_left_out_and_a_fact_left_open_are_found(line, text):
    assert found(placeholders, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "Ms X staff knew. Child X reports that it was cold. Mr X members saw.",
        "It was not clear; it was, and it had not been told.",
        "She said that that day was hers, and it went on and on and on.",
        "Somebody (why?) asked. The panel asks who is/was told. “Is it (mum?)” she asked”",
        "The plan is to be updated. From time to time, by day and by night.",
        "Those who live with and/or care for her were asked.",
    ],
)
def test_somebody_called_by_a_letter_and_plain_denials_are_left(line):
    assert found(placeholders, line) == []
