"""Turns that letters of the Home Office take between their salutation and their end."""

from io import BytesIO

import docx
import pytest

from documents.kinds import DocumentKind
from publications.readers.letters import words_in
from publications.readers.whole_letter import read_letter


def letter(*paragraphs):
    return read_letter("Dear Ada,\n\n" + "\n\n".join(paragraphs))


@pytest.mark.parametrize(
    "heading", ["Strengths", "Areas of good practice:", "What the Board liked", "Done well"]
)
def test_a_list_under_a_heading_of_praise_is_praise_wherever_it_stands(heading):
    found = letter("Areas for development", "• Shorten it.", heading, "• A warm portrait.")

    assert (found.points, found.strengths) == (["Shorten it."], ["A warm portrait."])


def test_what_still_needs_work_and_next_steps_are_headings():
    found = letter(
        "What still needs attention",
        "• Name nobody at 2.4.",
        "Publication",
        "The Board does not need it to be sent back.",
        "Next steps",
        "1. Send the final version to dhr@office.example.",
        "2. Keep the family informed.",
        "3. The report may be published after the inquest.",
    )

    assert found.points == ["Name nobody at 2.4."]
    assert found.conditions == [
        "The Board does not need it to be sent back.",
        "The report may be published after the inquest.",
    ]
    assert [one.split()[0] for one in found.requests] == ["Send", "Keep"]


CONDITIONS = (
    "The Panel therefore asks that it be revised and submitted again.",
    "You may go ahead and publish once this is done.",
    "The partnership may then proceed to publication.",
    "The Home Office has no objection to publication.",
    "The Panel could not approve it for publication.",
    "It does not have to come back to the Panel.",
    "A revised report should reach us by June.",
    "Outcome: publish with minor amendments",
    "With this done the Panel would find it adequate for publication.",
)


@pytest.mark.parametrize("said", CONDITIONS)
@pytest.mark.parametrize("before", ["Areas for development:\n\n• Shorten it.", "It is moving."])
def test_what_publication_hangs_on_is_never_part_of_a_point(said, before):
    found = letter(before, said)

    assert found.conditions == [said]
    assert found.points == (["Shorten it."] if "Shorten" in before else [])


REQUESTS = {
    "I would be obliged if you could send a link to the report.": "weblink",
    "Kindly let us have the weblink.": "weblink",
    "Please tell us where the report can be found online.": "weblink",
    "We look forward to receiving the final version.": "copy",
    "Please return the revised report with changes tracked.": "copy",
    "This letter should be published beside the report.": "publish this letter",
    "Please inform the coroner of the day of publication.":
        "news of an inquest, a trial or publication",
    "Should the inquest go on, we would be grateful to be informed.":
        "news of an inquest, a trial or publication",
}  # fmt: skip


@pytest.mark.parametrize("said", REQUESTS)
def test_what_is_asked_for_at_the_end_is_a_request(said):
    found = letter("It is moving.", "Areas for development:", "• Shorten it.", "Thank you.", said)

    assert (found.points, found.conditions) == (["Shorten it."], [])
    assert (found.requests, found.asked_for) == ([said], [REQUESTS[said]])


def test_an_address_given_after_the_request_is_where_to_send():
    found = letter("Please send us the weblink.", "Our address is dhr@office.example.")

    assert found.send_to == ["dhr@office.example"]


PROCEDURE = (
    "Let me begin by thanking all who took part.",
    "You sent the review to us in May.",
    "Northside submitted its report to the Home Office, and we are sorry to be late.",
    "It went to the Board on 3 May.",
    "The report was before the Panel on 3 May.",
    "Members considered it by correspondence.",
    "The QA Panel has considered the Wren report.",
    "Its comments are set out below.",
    "We appreciate your patience.",
    "The report was reassessed in April.",
    "The Panel’s feedback is as follows.",
)


@pytest.mark.parametrize("said", PROCEDURE)
def test_how_the_panel_came_to_read_it_is_no_strength(said):
    assert letter(said, "It is moving.").strengths == ["It is moving."]


def test_what_is_enclosed_is_no_point():
    found = letter("Areas for development:", "Shorten it.", "I attach a note on anonymity.")

    assert found.points == ["Shorten it."]


def test_praise_after_the_areas_is_no_point():
    found = letter("Areas for development:", "• Shorten it.", "The Panel would praise the chair.")

    assert found.points == ["Shorten it."]
    assert found.strengths == ["The Panel would praise the chair."]


def test_areas_where_something_is_wanted_are_no_address_of_a_page():
    found = letter(
        "The report is open, although there are areas where it would benefit from improvement "
        "before it is published.",
        "Firstly, nobody asked her mother.",
        "Secondly, page 3 names the street.",
    )

    assert len(found.points) == 2
    assert len(found.conditions) == 1


POINTS = (
    "It is not clear whether the draft was presented to the Board.",
    "The plan provided to the Home Office has no dates.",
    "It is unclear why the family did not want to see the report.",
    "The action plan does not have a review date.",
    "Nobody says that the family approved of its publication.",
    "The Panel commends the author but 4.3 is wrong.",
    "The report should tell us what was said at the trial.",
    "Publication dates of the sources are missing",
    "There is no mention of a letter of apology.",
    "More examples of good practice",
)


@pytest.mark.parametrize("said", POINTS)
def test_a_point_that_sounds_like_another_part_stays_a_point(said):
    assert letter("Areas for development:", "Shorten it.", said, "Name her.").points == [
        "Shorten it.", said, "Name her.",
    ]  # fmt: skip


def test_points_listed_within_a_sentence_are_points():
    found = letter(
        "It is moving. The following should be addressed: (i) the age at 2.4; (ii) page 3; and "
        "(iii) the plan. You may publish it once this is done, with no objection to publication."
    )

    assert found.points == ["the age at 2.4;", "page 3;", "the plan."]
    assert found.strengths == ["It is moving."]
    assert len(found.conditions) == 1


def test_what_is_to_be_sent_may_be_listed_within_a_sentence():
    said = "Please send us: (a) the final report; and (b) the weblink."
    found = letter("Areas for development:", "• Shorten it.", said)

    assert (found.points, found.requests) == (["Shorten it."], [said])


@pytest.mark.parametrize(
    "words", ["See these: (ii) one; (iii) two.", "It says: (a) one.", "Both (a) one and (b) two."]
)
def test_signs_that_are_no_list_stay_in_their_sentence(words):
    assert letter("Areas for development:", words).points in ([words], [])
    assert letter("Areas for development:", f"• {words}").points == [words]


@pytest.mark.parametrize("number", ["Page 1 of 2", "1"])
def test_the_number_of_a_page_does_not_break_a_point(number):
    text = (
        "Dear Ada,\n\nAreas for development:\n\n• The neighbour is named at 4.13; this\n\n"
        f"      {number}\n\n  should be changed.\n\n• Shorten it.\n\n2\n\nYours sincerely"
    )

    assert read_letter(text).points == [
        "The neighbour is named at 4.13; this should be changed.",
        "Shorten it.",
    ]


def test_a_list_within_a_list_of_word_is_part_of_its_point():
    paper = docx.Document()
    for words, style in [
        ("Dear Ada,", None), ("Areas for development:", None),
        ("Say more of control:", "List Bullet"), ("the calls at 4.8;", "List Bullet 2"),
        ("the bank.", "List Bullet 2"), ("Shorten it.", "List Bullet"),
    ]:  # fmt: skip
        paper.add_paragraph(words, style=style)
    kept = BytesIO()
    paper.save(kept)

    assert read_letter(words_in(kept.getvalue(), DocumentKind.DOCX)).points == [
        "Say more of control: the calls at 4.8; the bank.",
        "Shorten it.",
    ]
