"""What each letter says, and how it looks in Word."""

from datetime import date

import pytest
from django.template.loader import get_template

from evidence.models import Tier
from letters.models import FamilyDraft, LetterKind
from letters.operations import making
from letters.papers.words import PEOPLE, Line, lines_of
from letters.queries.writing import Wish
from publications.models import QaOutcome
from reviews.access import Refused, Role
from reviews.models import Outcome, Standing
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import EvidenceRequestFactory, agreed_terms
from tests.factories.letters import LetterheadFactory
from tests.factories.publications import (
    PublicationDecisionFactory,
    PublicationFactory,
    QaLetterFactory,
    QaPointFactory,
    QaSubmissionFactory,
)
from tests.factories.reviews import DecisionFactory, PersonFactory, playing
from tests.letters.conftest import NOW, TODAY
from tests.letters.saying import paper_of, words_of

pytestmark = pytest.mark.django_db

WISH = Wish(signed_by="Ola Farrow", answer_by=date(2026, 2, 16), whom_to_ring="Ola, 01632 960001")
PICTURE = bytes.fromhex(  # a PNG of one dot
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff"
    "3f0005fe02fedccc59e70000000049454e44ae426082"
)


def to_agencies(review, kind, *parts, when):
    agencies = [part.agency for part in parts]
    return making.make_for_agencies(review=review, kind=kind, agencies=agencies, wish=WISH, **when)


def said_to(review, kind, part, *, when):
    (letter,) = to_agencies(review, kind, part, when=when)
    return words_of(paper_of(letter.made))


def said(review, kind, *, when, **more):
    letter = making.make_letter(review=review, kind=kind, wish=WISH, **more, **when)
    return words_of(paper_of(letter.made))


@pytest.mark.parametrize("kind", [LetterKind.SECURE_RECORDS, LetterKind.SCOPING])
def test_an_agency_is_told_whom_to_look_for_and_of_nobody_else(review, alder, when, kind):
    words = said_to(review, kind, alder, when=when)
    for told in (
        "Ines Okoro\nNamed nurse\nAlder Trust", "Oriel Vantongren", "Orrie V", "7 June 1985",
        "Address 1: 1 Nowhere Lane, Norham", "by 16 February 2026", "ring Ola, 01632 960001",
        f"Our reference: {review.reference}", "Date: 2 February 2026", "OFFICIAL-SENSITIVE",
    ):  # fmt: skip
        assert told in words
    assert "Tamsin Quarrell" not in words
    assert PEOPLE not in words


def test_what_is_not_known_is_said_plainly(review, alder, when):
    review.people.all().delete()
    review.period_from = None
    review.save()
    words = said_to(review, LetterKind.SCOPING, alder, when=when)
    assert "Nobody is named in the record yet." in words
    assert "The period is not settled yet." in words
    PersonFactory(review=review, born_on=None)
    words = said_to(review, LetterKind.SCOPING, alder, when=when)
    assert words.count("Not known") == 2


def test_the_home_office_reads_the_decision_and_no_name(review, when):
    with pytest.raises(Refused, match="Record the decision first"):
        said(review, LetterKind.HOME_OFFICE_DECISION, when=when)
    DecisionFactory(review=review, standing=Standing.PROVISIONAL)
    words = said(review, LetterKind.HOME_OFFICE_DECISION, when=when)
    assert "the chair of the partnership decided: hold a review." in words
    assert "provisional" in words
    assert "Month of the death: January 2026" in words
    assert "2 January 2026" not in words
    assert "Vantongren" not in words
    DecisionFactory(review=review, outcome=Outcome.NO_REVIEW)
    assert "The reasons are in the record" in said(
        review, LetterKind.HOME_OFFICE_DECISION, when=when
    )


def test_an_agency_is_asked_for_just_what_the_panel_asks_of_it(review, alder, birch, when):
    with pytest.raises(Refused, match="Nothing is asked of Alder Trust yet"):
        said_to(review, LetterKind.IMR_REQUEST, alder, when=when)
    EvidenceRequestFactory(involvement=alder, tier=Tier.IMR, note="Look at 2024 too.")
    EvidenceRequestFactory(involvement=birch, tier=Tier.NOTHING)
    agreed_terms(review)
    words = said_to(review, LetterKind.IMR_REQUEST, alder, when=when)
    assert "It is due on 9 March 2026." in words
    assert "Look at 2024 too." in words
    assert "What was known, number" in words
    assert "From 5 April 2023 to 2 January 2026" in words
    assert "Vantongren" not in words
    with pytest.raises(Refused, match="Nothing is asked of Birch Police"):
        said_to(review, LetterKind.IMR_REQUEST, birch, when=when)


def test_the_letters_around_quality_assurance_say_what_the_record_says(review, when):
    with pytest.raises(Refused, match="Put a round together first"):
        said(review, LetterKind.HOME_OFFICE_SUBMISSION, when=when)
    with pytest.raises(Refused, match="letter of the Home Office first"):
        said(review, LetterKind.QA_LETTER, when=when)
    first = QaSubmissionFactory(review=review, sent=True)
    words = said(review, LetterKind.HOME_OFFICE_SUBMISSION, submission=first, when=when)
    assert "The overview report" in words
    assert "round" not in words
    QaLetterFactory(submission=first, outcome=QaOutcome.FURTHER_WORK)
    QaPointFactory(submission=first)
    words = said(review, LetterKind.QA_LETTER, when=when)
    assert "It makes 1 point for the report." in words
    assert "adopted in part" in words
    second = QaSubmissionFactory(review=review)
    words = said(review, LetterKind.HOME_OFFICE_SUBMISSION, submission=second, when=when)
    assert "in round 2" in words
    assert "The table of answers" in words


def test_the_letters_around_publication_say_the_day_and_the_address(review, alder, when):
    with pytest.raises(Refused, match="Decide on publication first"):
        making.make_letter(review=review, kind=LetterKind.PUBLICATION, wish=WISH, **when)
    with pytest.raises(Refused, match="Publish the report first"):
        said(review, LetterKind.HOME_OFFICE_PUBLISHED, when=when)
    with pytest.raises(Refused, match="letter of the Home Office first"):
        said(review, LetterKind.COMMISSIONER_COPY, when=when)
    QaLetterFactory(submission__review=review, outcome=QaOutcome.CLEARED)
    assert "The report is not published yet" in said(
        review, LetterKind.COMMISSIONER_COPY, when=when
    )
    decision = PublicationDecisionFactory(review=review, planned_on=date(2026, 3, 9))
    assert "is to be published on 9 March 2026" in said_to(
        review, LetterKind.PUBLICATION, alder, when=when
    )
    PublicationFactory(review=review, decision=decision, title="Maris")
    for kind in (LetterKind.HOME_OFFICE_PUBLISHED, LetterKind.COMMISSIONER_COPY):
        words = said(review, kind, when=when)
        assert f"/library/{review.reference}/" in words
        assert "called “Maris”" in words
        assert "Vantongren" not in words
    assert "The Home Office cleared it on" in words


def test_a_letter_is_a_word_file_with_styles_on_the_letterhead(review, alder, when):
    LetterheadFactory(
        partnership=review.partnership, logo=DocumentFactory(content=PICTURE, kind="PNG")
    )
    (letter,) = to_agencies(review, LetterKind.SECURE_RECORDS, alder, when=when)
    paper = paper_of(letter.made)
    styles = {line.style.name for line in paper.paragraphs}
    assert styles >= {"Heading 1", "Heading 2", "List Bullet", "Letter address"}
    first = paper.sections[0].first_page_header
    assert review.partnership.name in [line.text for line in first.paragraphs]
    assert "1 Market Square, Northshire" in words_of(paper)
    (picture,) = first._element.xpath(".//wp:docPr")
    assert picture.get("descr") == f"Logo of {review.partnership.name}"
    heads = paper.tables[0].rows[0]._tr.xpath(".//w:tblHeader")
    assert heads
    (again,) = to_agencies(review, LetterKind.SECURE_RECORDS, alder, when=when)
    assert again.made.sha256 == letter.made.sha256


def test_a_logo_that_waits_for_the_scanner_holds_no_letter_up(review, alder, when):
    LetterheadFactory(partnership=review.partnership, logo=DocumentFactory(pending=True))
    assert "1 Market Square" in said_to(review, LetterKind.SECURE_RECORDS, alder, when=when)


@pytest.mark.parametrize(
    ("role", "kind", "refused"),
    [
        (Role.INDEPENDENT_CHAIR, LetterKind.SECURE_RECORDS, True),
        (Role.INDEPENDENT_CHAIR, LetterKind.IMR_REQUEST, False),
        (Role.REVIEW_SECRETARY, LetterKind.COMMISSIONER_COPY, True),
        (Role.PANEL_MEMBER, LetterKind.IMR_REQUEST, True),
        (Role.CSP_CHAIR, LetterKind.HOME_OFFICE_DECISION, True),
    ],
)
def test_who_writes_which_letter(review, alder, role, kind, refused):
    EvidenceRequestFactory(involvement=alder)
    who = {"today": TODAY, "by": playing(role, to=review), "at": NOW}
    if refused:
        with pytest.raises(Refused, match="Your role in this review"):
            to_agencies(review, kind, alder, when=who)
    else:
        assert to_agencies(review, kind, alder, when=who)


def test_words_are_read_into_paragraphs():
    assert lines_of("One\nline.\n\n## Head\n- a\n- b\n\n[people]\n\n\n1. step") == [
        Line("One line."),
        Line("Head", "Heading 2"),
        Line("a", "List Bullet"),
        Line("b", "List Bullet"),
        Line(PEOPLE),
        Line("step", "List Number"),
    ]


@pytest.mark.parametrize("kind", [*LetterKind, *FamilyDraft])
def test_no_letter_prints_a_number_of_an_appendix_or_paragraph_of_the_guidance(kind):
    source = get_template(f"letters/words/{kind.slug}.txt")
    words = source.template.source.casefold()
    assert "appendix" not in words
    assert "paragraph 1" not in words
    assert "please" not in words
