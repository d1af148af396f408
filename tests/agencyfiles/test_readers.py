"""What is read in the files that agencies send: by the labels of the sample, and nothing lost."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from agencyfiles.models import Front
from agencyfiles.queries.reading import words_of_template
from agencyfiles.readers.found import LEAD_IN, OWN_WORDS, SAYS_NOTHING
from agencyfiles.readers.report import read_report
from chronologies.readers.grid import CannotRead
from evidence.papers.imr_template import ImrTemplate, imr_template_file
from tests.agencyfiles.held_back import HELD_BACK
from tests.agencyfiles.rates import judged, table
from tests.agencyfiles.sample import TABLE, word_of
from tests.agencyfiles.sample_more import SAMPLES
from tests.agencyfiles.sample_tables import DATE_EVENT_ACTION

EVERY = [*SAMPLES, *HELD_BACK]
DOC = Path(settings.BASE_DIR) / "docs" / "imr-files.md"


def words_in(text):
    return re.findall(r"\w+", text.casefold())


@pytest.mark.parametrize("sample", EVERY, ids=lambda sample: sample.name)
def test_every_word_of_a_file_is_shown_somewhere(sample):
    read = read_report(word_of(sample.steps))
    shown = [one.words for one in read.front] + [one.label for one in read.front]
    shown += [piece.found for piece in read.pieces] + read.headings + read.chronology_words
    held = set(words_in(" ".join(shown)))
    said = []
    for _kind, one in sample.steps:
        said += [one] if isinstance(one, str) else [cell for row in one for cell in row]
    heads = {"no", "recommendation", "action", "to", "take", "lead", "target", "date", "who", "by",
             "when", "outcome", "learning", "point", "timescale"}  # fmt: skip
    assert set(words_in(" ".join(said))) - held - heads == set()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_what_has_no_part_is_shown_with_a_reason(sample):
    read = read_report(word_of(sample.steps))
    for words in sample.left:
        assert any(words in piece.words for piece in read.unread), words
    assert all(piece.why for piece in read.unread)


def test_the_sample_is_read_as_its_labels_say():
    right, of, wrong = judged(SAMPLES)
    assert len(SAMPLES) >= 16
    assert right == of
    assert not wrong.total()


def test_a_version_beside_a_date_is_no_part_of_it():
    rows = [["Agency", "Eskdale Police"], ["Date", "20 November 2026"], ["Version", "1"]]
    read = read_report(word_of([("title", "IMR for the review"), (TABLE, rows)]))
    assert read.said(Front.DATED) == "20 November 2026"


def test_the_rates_of_both_samples_are_printed():
    printed = DOC.read_text()
    for row in [*table(SAMPLES), *table(HELD_BACK)]:
        assert row in printed


class TestPieces:
    def read(self, *steps):
        return read_report(word_of(steps))

    def recommendations(self, *steps):
        read = self.read(("h1", "Recommendations"), *steps)
        return [piece.words for piece in read.of("RECOMMENDATION")]

    def test_an_action_stays_with_its_recommendation(self):
        said = self.recommendations(
            ("p", "1. Train everybody."), ("p", "Lead: matron"), ("p", "2. Ask again.")
        )
        assert said == ["Train everybody.\nLead: matron", "Ask again."]

    def test_bullets_beneath_a_number_are_of_that_number(self):
        said = self.recommendations(
            ("n", "Train everybody:"), ("b", "in the ward"), ("n", "Ask again.")
        )
        assert said == ["Train everybody:\nin the ward", "Ask again."]

    def test_a_recommendation_in_the_plan_as_well_is_one_with_its_action(self):
        heads = ["Recommendation", "Action", "Who", "By when"]
        said = self.recommendations(
            ("n", "Train everybody in the ward by summer."),
            ("h1", "Action plan"),
            ("t", [heads, ["Train everybody in the ward by summer.", "A day.", "Matron", "May"]]),
        )
        (only,) = said
        assert only.startswith("Train everybody in the ward by summer.\n")
        assert {"Action: A day.", "By when: May"} <= set(only.splitlines())

    def test_words_that_say_there_is_nothing_are_no_point(self):
        read = self.read(("h1", "Missed opportunities"), ("p", "None identified."), ("p", "None."))
        assert not read.of("MISSED_OPPORTUNITY")
        assert {piece.why for piece in read.unread} == {SAYS_NOTHING}

    def test_a_sentence_that_names_a_part_is_no_heading(self):
        read = self.read(
            ("h1", "Facts"), ("p", "No recommendations were made to us."), ("p", "She came.")
        )
        (facts,) = read.of("facts")
        assert facts.words == "No recommendations were made to us.\n\nShe came."

    def test_a_line_of_enquiry_is_known_by_its_own_words(self):
        asked = ["Was she ever asked about control?", "Was he?"]
        steps = [("h1", "Analysis"), ("h2", "Was she ever asked about control?"), ("p", "Once.")]
        read = read_report(word_of(steps), enquiries=asked)
        assert [piece.words for piece in read.of("enquiry-1")] == ["Once."]

    def test_a_line_of_enquiry_that_the_review_does_not_have_is_none(self):
        steps = [("h1", "Analysis"), ("h2", "Line of enquiry 7"), ("p", "Once.")]
        read = read_report(word_of(steps), enquiries=["Was she asked?"])
        assert [piece.words for piece in read.unread] == ["Line of enquiry 7\n\nOnce."]

    @pytest.mark.parametrize("under", ["Chronology", "Agency involvement"])
    def test_days_with_actions_are_no_recommendations_where_the_facts_stand(self, under):
        read = self.read(("h1", under), ("t", [["Date", "Action"], ["12/03/2023", "Rung back."]]))
        assert (read.chronology_rows, read.of("RECOMMENDATION")) == (1, [])

    def test_actions_without_days_under_a_chronology_are_no_recommendations(self):
        rows = [["No", "Contact", "Action"], ["1", "She rang.", "Rung back."]]
        read = self.read(("h1", "Chronology"), ("t", rows))
        assert not read.of("RECOMMENDATION")
        assert "She rang." in read.unread[0].words

    def test_days_with_actions_and_leads_are_recommendations_under_that_heading(self):
        said = self.recommendations(
            ("t", [["Date", "Details", "Action", "Lead"], ["31/05/2026", "Calls", "Ring.", "Ida"]])
        )
        assert len(said) == 1

    def test_days_that_cannot_have_been_are_remarked(self):
        (day,) = read_report(word_of(DATE_EVENT_ACTION.steps)).impossible_days
        assert (day.place, day.found) == (
            "Table 2, row 3, Date",
            "31/02/2024 (there is no 31 February)",
        )

    def test_a_lead_in_is_shown_and_is_no_recommendation(self):
        read = self.read(("h1", "Recommendations"), ("p", "We make one:"), ("n", "Ask."))
        assert [piece.why for piece in read.unread] == [LEAD_IN]

    def test_our_own_template_says_nothing_before_it_is_filled_in(self):
        empty = imr_template_file(ImrTemplate(reference="AB-DHR-1", agency="Alder Trust"))
        read = read_report(empty, own_words=words_of_template())
        assert not [piece for piece in read.pieces if piece.part]
        assert OWN_WORDS in {piece.why for piece in read.unread}
        assert read.chronology_rows == 0


def test_a_damaged_file_says_so():
    with pytest.raises(CannotRead, match="damaged"):
        read_report(b"PK\x03\x04 no Word file")
