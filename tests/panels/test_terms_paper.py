"""Terms of reference as they print: what stands in them, what cannot, what differs."""

from dataclasses import fields, replace
from typing import get_type_hints

import pytest

from panels.models import Purpose, SectionKind
from panels.published import terms as published_terms
from panels.published.comparison import compare
from panels.published.outline import as_text, numbered, outline, printed
from panels.published.terms import (
    PublishedCharacteristic,
    PublishedContribution,
    PublishedEnquiry,
    PublishedMember,
    PublishedProcess,
    PublishedSection,
    PublishedSubject,
    PublishedTerms,
    as_data,
    from_data,
)

FULL = PublishedTerms(
    reference="NS-DHR-4",
    version=1,
    partnership="Northside Community Safety Partnership",
    legal_basis="Section 9 of the 2004 Act",
    period="March 2021 to January 2026",
    period_rationale="The two met in March 2021.",
    outside_period="Earlier police contact, in summary.",
    purposes=(Purpose.LEARN.label, Purpose.PREVENT.label),
    subjects=(PublishedSubject(part="Person who died", pseudonym="Maris"),),
    members=(PublishedMember(part="Independent chair", name="Ines Calder", body=""),),
    enquiries=(
        PublishedEnquiry(root="a", text="What was known?", why="Two calls were made."),
        PublishedEnquiry(root="b", text="Who was told?", why=""),
        PublishedEnquiry(root="c", text="Was help in reach?", why=""),
    ),
    characteristics=(
        PublishedCharacteristic(
            characteristic="Disability", whose="Maris", why="She was deaf.", expertise=""
        ),
    ),
    contributions=(PublishedContribution(agency="Riverbank Housing", asked_for="Chronology"),),
    processes=(
        PublishedProcess(
            process="Coroner's investigation or inquest", standing="Expected", joined_up=""
        ),
    ),
    sections=(PublishedSection(kind="MEDIA", text="One voice.\n\nNo comment before."),),
)
BARE = replace(
    FULL,
    period="",
    period_rationale="",
    outside_period="",
    purposes=(),
    subjects=(),
    members=(),
    enquiries=(),
    characteristics=(),
    contributions=(),
    processes=(),
    sections=(),
)


def changed(before=FULL, **said):
    """Return what differs once some things are said otherwise, as (what, before, after)."""
    after = replace(before, version=2, **said)
    return {
        section.title: [(c.what, words(c.before), words(c.after)) for c in section.changes]
        for section in compare(before, after)
    }


def words(pieces):
    return " ".join(piece.text for piece in pieces)


def test_it_reads_in_its_order_with_numbers():
    assert as_text(FULL).split("\n") == [
        "Terms of reference, NS-DHR-4, version 1",
        "",
        "1. This review",
        "1.1 Northside Community Safety Partnership holds this review, reference NS-DHR-4.",
        "1.2 Legal basis: Section 9 of the 2004 Act.",
        "Whom the review is about",
        "Called here | Who they are",
        "Maris | Person who died",
        "",
        "2. Purpose",
        f"2.1 {Purpose.LEARN.label}",
        f"2.2 {Purpose.PREVENT.label}",
        "",
        "3. Period under review",
        "3.1 The period under review is March 2021 to January 2026.",
        "3.2 The two met in March 2021.",
        "3.3 Earlier police contact, in summary.",
        "",
        "4. Key lines of enquiry",
        "4.1 What was known?",
        "Two calls were made.",
        "4.2 Who was told?",
        "4.3 Was help in reach?",
        "",
        "5. Equality and diversity",
        "Characteristics that need specific consideration",
        "Characteristic | Whose | Why it is considered | Whose expertise is sought",
        "Disability | Maris | She was deaf. | ",
        "",
        "6. Evidence from agencies",
        "What each agency is asked for",
        "Agency | Asked for",
        "Riverbank Housing | Chronology",
        "",
        "7. Parallel processes",
        "Processes considered",
        "Process | How it stands | How the review works beside it",
        "Coroner's investigation or inquest | Expected | ",
        "",
        "8. Chair, panel and partnership",
        "The panel",
        "Name | Part | Body",
        "Ines Calder | Independent chair | ",
        "",
        "9. Media",
        "9.1 One voice.",
        "9.2 No comment before.",
        "",
    ]


def test_an_empty_section_prints_nowhere_and_keeps_its_place():
    assert [one.title for one in printed(BARE)] == ["1. This review"]
    assert [one.title for one in numbered(outline(BARE))][:3] == [
        "1. This review", "Purpose", "Period under review",
    ]  # fmt: skip


def test_every_written_heading_has_its_prompt_and_its_section():
    keys = [section.key for section in outline(BARE)]

    for kind in SectionKind:
        assert kind.prompt.endswith(".")
        assert kind.slug in keys


def test_what_is_kept_is_what_was_agreed():
    assert from_data(as_data(FULL)) == FULL


def test_no_type_has_a_place_for_who_somebody_is():
    for name, kind in vars(published_terms).items():
        if name.startswith("Published"):
            hints = get_type_hints(kind)
            named = {field.name for field in fields(kind)}
            assert not named & {"true_name", "aliases", "born_on", "died_on", "date_of_death"}
            assert not any("date" in str(hints[field]) for field in named)


class TestComparison:
    def test_the_same_terms_differ_in_nothing(self):
        assert changed() == {}

    def test_a_line_reworded_added_and_removed(self):
        said = changed(
            enquiries=(
                PublishedEnquiry(root="a", text="What was known by whom?", why=""),
                PublishedEnquiry(root="c", text="Was help in reach?", why=""),
                PublishedEnquiry(root="d", text="And the children?", why=""),
            )
        )

        assert said == {
            "Key lines of enquiry": [
                ("Removed", "Who was told?", ""),
                ("Changed", "What was known?\nTwo calls were made.", "What was known by whom?"),
                ("Added", "", "And the children?"),
            ]
        }  # fmt: skip

    def test_only_the_words_that_differ_are_marked(self):
        ((section,),) = [compare(FULL, replace(FULL, period_rationale="The two met in May 2021."))]

        (change,) = section.changes
        assert [(p.text, p.is_different) for p in change.after] == [
            ("The two met in", False), ("May", True), ("2021.", False),
        ]  # fmt: skip

    def test_a_line_in_another_place_is_moved_not_changed(self):
        first, second, third = FULL.enquiries

        said = changed(enquiries=(second, third, first))

        assert said == {
            "Key lines of enquiry": [
                ("Moved", "What was known?\nTwo calls were made.",
                 "What was known?\nTwo calls were made."),
            ]
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            ("One voice.", "", [("Removed", "One voice.", "")]),
            ("", "One voice.", [("Added", "", "One voice.")]),
            ("One\nTwo", "One\nThree", [("Changed", "Two", "Three")]),
            ("One\nTwo", "Three", [("Changed", "One", "Three"), ("Removed", "Two", "")]),
            ("One", "Two\nThree", [("Changed", "One", "Two"), ("Added", "", "Three")]),
        ],
    )
    def test_written_paragraphs_are_compared_in_their_order(self, before, after, expected):
        media = (PublishedSection(kind="MEDIA", text=before),)

        said = changed(
            replace(FULL, sections=media), sections=(PublishedSection(kind="MEDIA", text=after),)
        )

        assert said == {"Media": expected}

    def test_a_row_is_found_again_by_what_it_is_about(self):
        said = changed(
            contributions=(
                PublishedContribution(agency="Northside Police", asked_for="Chronology"),
                PublishedContribution(agency="Riverbank Housing", asked_for="Short report"),
            )
        )

        assert said == {
            "Evidence from agencies": [
                ("Added", "", "Northside Police · Chronology"),
                ("Changed", "Riverbank Housing · Chronology", "Riverbank Housing · Short report"),
            ]
        }
