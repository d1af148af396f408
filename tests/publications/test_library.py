"""The public library: what anyone reads, without signing in, and what no longer stands in it."""

import re
from dataclasses import fields
from datetime import date

import pytest
from django.core.paginator import Page
from django.db.models import Model
from django.urls import reverse

from pages.templatetags.dates import date_long
from publications.models import Published
from publications.published import letter as letters
from publications.published.letter import PublishedLetter, letter_of
from publications.published.public import (
    PublicEntry,
    PublicItem,
    PublicRecommendation,
    PublicReview,
)
from reviews.lifecycle import Stage
from reviews.models import ReviewKind
from tests.factories.actionplans import ActionFactory, RecommendationFactory
from tests.factories.documents import DocumentFactory
from tests.factories.publications import (
    LibraryPersonFactory,
    LibraryRecordFactory,
    PublicationFactory,
    PublishedItemFactory,
)
from tests.factories.reviews import ReviewFactory
from tests.pages.reading import Html
from tests.reviews.acting import downloaded

pytestmark = pytest.mark.django_db
LETTER = letter_of("Dear chair,\n\n- One.\n- Two.\n\nYours", title="Letter", dated="1 May 2026")


@pytest.fixture
def publication():
    review = ReviewFactory(at_stage=Stage.PUBLISHED, kind=ReviewKind.FAMILIAL)
    return PublicationFactory(review=review)


def read(client, name, *args, **asked):
    response = client.get(reverse(f"publications:{name}", args=args), asked)
    assert response.status_code == 200
    assert not response.cookies
    assert "Set-Cookie" not in response
    source = response.content.decode()
    assert "<script" not in source
    return Html(source)


def test_what_is_not_there_leaves_no_cookie_either(client):
    response = client.get("/library/NO-SUCH-REVIEW/")
    assert response.status_code == 404
    assert not response.cookies


def ref(publication):
    return publication.review.reference


def test_an_empty_library_says_what_would_fill_it(client):
    assert "Nothing has been published yet" in read(client, "library").text


def test_whoever_meets_the_sign_in_page_finds_the_library(client):
    assert reverse("publications:library") in client.get(reverse("accounts:sign-in")).text


def test_the_list_is_narrowed_by_words_year_partnership_and_kind(client, publication):
    other = PublicationFactory(
        title="Report into the death of Sanne", published_on=date(2025, 3, 4), about="Another town."
    )
    assert "2 reviews" in read(client, "library").text

    for asked in (
        {"q": "maris"},
        {"year": "2026"},
        {"partnership": publication.review.partnership.slug},
        {"kind": ReviewKind.FAMILIAL.value},
    ):
        shown = read(client, "library", **asked)
        assert "1 review" in shown.text
        assert other.title not in shown.text
    for asked in ({"q": "nobody"}, {"year": "1999"}, {"partnership": "none"}):
        assert "No review was found" in read(client, "library", **asked).text
    assert "2 reviews" in read(client, "library", year="0000").text


def test_the_page_of_a_review_says_what_there_is_to_read_and_who_listens(client, publication):
    PublishedItemFactory(publication=publication)
    RecommendationFactory(review=publication.review, text="Ask about safety.")

    shown = read(client, "library-review", ref(publication))

    assert publication.about in shown.text
    assert "Adult family homicide" in shown.text
    assert shown.find("a", href=f"/library/{ref(publication)}/report/")
    assert shown.find("a", href=f"/library/{ref(publication)}/report.pdf")
    assert "Ask about safety." in shown.text
    assert "No action agreed yet" in shown.text
    for number in ("0808 2000 247", "0808 80 10 800", "116 123"):
        assert number in shown.text


def test_a_recommendation_keeps_its_published_words(client, publication):
    RecommendationFactory(review=publication.review, text="Changed since, with a name.")

    shown = read(client, "library-review", ref(publication))

    assert "Changed since" not in shown.text


def test_how_far_it_is_stays_with_its_recommendation_when_the_plan_is_put_in_another_order(
    client, publication
):
    RecommendationFactory(review=publication.review, number=1, text="Another one.")
    RecommendationFactory(review=publication.review, number=2, text="Ask about safety.")
    publication.recommendations = [{"number": "1", "text": "Ask about safety."}]
    publication.recommendations += [{"number": "2", "text": "Taken back since."}]
    publication.save()

    shown = read(client, "library-review", ref(publication))

    states = [cell.text for cell in shown.all("td")][1::2]
    assert states == ["No action agreed yet", "Not known"]


def test_a_recommendation_keeps_its_state_when_the_plan_words_it_otherwise(client, publication):
    review = publication.review
    first = RecommendationFactory(review=review, number=1, text="Changed since.")
    second = RecommendationFactory(review=review, number=2, text="Also changed.")
    ActionFactory(recommendation=second, done=True)

    def states():
        shown = read(client, "library-review", ref(publication))
        return [cell.text for cell in shown.all("td")][1::2]

    old = [{"number": "1", "text": "Ask."}, {"number": "2", "text": "Train."}]
    publication.recommendations = old  # of before keys were kept: by their numbers
    publication.save()
    assert states() == ["No action agreed yet", "Reported as completed, not checked yet"]
    publication.recommendations = [
        {**old[0], "row": second.pk},
        {**old[1], "row": first.pk},
        {"number": "3", "text": "Also changed.", "row": 0},  # its row is gone
    ]
    publication.save()
    assert states() == [
        "Reported as completed, not checked yet", "No action agreed yet", "Not known",
    ]  # fmt: skip


def test_a_recommendation_that_is_gone_has_no_state(client, publication):
    assert "Not known" in read(client, "library-review", ref(publication)).text
    publication.recommendations = []
    publication.save()
    shown = read(client, "library-review", ref(publication))
    assert "What was recommended" not in shown.text


def test_report_and_letter_are_read_as_pages(client, publication):
    PublishedItemFactory(publication=publication)
    PublishedItemFactory(
        publication=publication, kind=Published.LETTER, content=letters.as_data(LETTER)
    )

    report = read(client, "library-page", ref(publication), "report")
    assert "2.1 Eleven agencies were asked." in report.text
    letter = read(client, "library-page", ref(publication), "letter")
    assert [item.text for item in letter.all("li")][-5:-3] == ["One.", "Two."]
    assert "1 May 2026" in letter.text


def test_the_same_is_handed_out_as_a_pdf(client, publication):
    document = DocumentFactory(content=b"%PDF-the report", kind="PDF")
    PublishedItemFactory(publication=publication, document=document)

    address = reverse("publications:library-file", args=[ref(publication), "report"])
    assert downloaded(client, address) == b"%PDF-the report"


@pytest.mark.parametrize("item", ["summary", "letter", "nothing"])
def test_what_was_not_published_is_not_found(client, publication, item):
    for name in ("library-page", "library-file"):
        address = reverse(f"publications:{name}", args=[ref(publication), item])
        assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"taken_down": True}, 410),
        ({"review__at_stage": Stage.PRE_PUBLICATION}, 404),
        ({"taken_down": True, "review__at_stage": Stage.PRE_PUBLICATION}, 404),
    ],
)
def test_what_does_not_stand_is_closed_everywhere(client, told, status):
    publication = PublishedItemFactory(publication=PublicationFactory(**told)).publication

    assert "Nothing has been published yet" in read(client, "library").text
    for name, item in (("library-review", ()), ("library-page", ("report",)),
                       ("library-file", ("report",))):  # fmt: skip
        address = reverse(f"publications:{name}", args=[ref(publication), *item])
        response = client.get(address)
        assert response.status_code == status
        assert publication.title not in response.content.decode()
        assert "no-store" in response.get("Cache-Control", "no-store")


def test_a_withdrawal_leaves_a_dated_note_and_no_cookie(client):
    publication = PublicationFactory(taken_down=True)

    response = client.get(publication.get_absolute_url())

    shown = Html(response.content.decode())
    assert date_long(publication.taken_down_on) in shown.text
    assert publication.taken_down_reason not in shown.text
    assert not response.cookies


@pytest.mark.parametrize("name", ["library", "library-review", "library-page", "library-file"])
def test_public_pages_may_be_kept_and_asked_for_by_their_hash(client, publication, name):
    PublishedItemFactory(publication=publication)
    args = {"library": [], "library-review": [ref(publication)]}.get(
        name, [ref(publication), "report"]
    )
    address = reverse(f"publications:{name}", args=args)
    first = client.get(address)
    if first.streaming:
        b"".join(first.streaming_content)
    assert first["Cache-Control"] == "public, max-age=300"

    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not again.cookies


def test_the_list_is_narrowed_by_the_record_of_the_home_office_library(client, publication):
    found = PublicationFactory(title="A report about Wren", review__at_stage=Stage.PUBLISHED)
    LibraryPersonFactory(record__review=found.review, age_band="35-44", sex="FEMALE")
    closed = LibraryRecordFactory(review=publication.review, is_public=False, cause="DROWNING")

    assert "More about the death" in read(client, "library").text
    for asked in ({"cause": "SHARP"}, {"feature": "COERCIVE"}, {"age": "35-44", "sex": "FEMALE"}):
        shown = read(client, "library", **asked).text
        assert "A report about Wren" in shown
        assert "1 review" in shown
    assert "No review was found" in read(client, "library", age="16-19").text
    assert "No review was found" in read(client, "library", cause=closed.cause).text
    assert "Drowning" not in read(client, "library").text


@pytest.mark.parametrize("rows", [3, 30])
def test_the_list_asks_the_database_as_often_for_thirty(
    client, django_assert_max_num_queries, rows
):
    for _ in range(rows):
        PublicationFactory()
    with django_assert_max_num_queries(8):
        client.get(reverse("publications:library"))


def of_a_model(value):
    return isinstance(value, Model) or (
        isinstance(value, list | tuple | Page) and any(of_a_model(one) for one in value)
    )


def test_public_templates_are_handed_published_types_and_no_records(client, publication):
    PublishedItemFactory(publication=publication)
    for address in (
        "/library/",
        *(f"/library/{ref(publication)}/{end}" for end in ("", "report/")),
    ):
        handed = [pair for one in client.get(address).context for pair in one.flatten().items()]
        assert [name for name, value in handed if of_a_model(value)] == []


def test_public_types_have_no_place_for_who_somebody_is_or_for_a_day_of_the_case():
    kinds = (PublicEntry, PublicItem, PublicReview, PublicRecommendation, PublishedLetter)
    names = {field.name for kind in kinds for field in fields(kind)}
    days = {field.name for kind in kinds for field in fields(kind) if field.type in {date, "date"}}
    assert days == {"published_on"}
    assert not {name for name in names if re.search("born|died|true|alias|address", name)}


def test_published_letters_are_kept_as_data():
    assert letters.from_data(letters.as_data(LETTER)) == LETTER
    assert LETTER.words.splitlines() == [
        "Letter", "1 May 2026", "Dear chair,", "One.", "Two.", "Yours",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["q", "year", "partnership", "kind", "page"])
def test_a_null_character_in_the_address_is_refused_as_not_understood(client, name):
    assert client.get(f"{reverse('publications:library')}?{name}=a%00").status_code == 400
