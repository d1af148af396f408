"""The pages that lead to publication, in a browser."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from publications import cards
from publications.models import Choice, FamilyView, Published
from publications.rules.publishing import check_is_another
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.factories.documents import DocumentFactory
from tests.factories.publications import (
    PublicationDecisionFactory,
    PublicationFactory,
    PublicTextFactory,
)
from tests.factories.reports import DraftFactory
from tests.factories.reviews import ReviewFactory, playing
from tests.pages.reading import Html
from tests.publications.publishing import TODAY, certify_publication, day, decided, saying, url
from tests.publications.test_gates_cards_and_work import card
from tests.publications.test_qa_rounds import page, said, upload
from tests.reviews.acting import downloaded

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_as_chair(client, csp_chair):
    client.force_login(csp_chair)
    return client


def decision(**told):
    return {
        "choice": Choice.PUBLISH,
        "items": [Published.REPORT, Published.SUMMARY],
        "standing": "CONFIRMED",
        "family_view": FamilyView.AGREED,
        "decided_by": "Robin Vale, chair",
        **day("decided_on", date(2026, 12, 2)),
        **told,
    }


BY_EMAIL = {
    "received_via": "EMAIL",
    "on_behalf_of": "Robin Vale",
    **day("given_on", date(2026, 12, 2)),
}


def test_before_anything_is_decided_the_page_says_so(signed_in, review):
    shown = page(signed_in, "publication", review)

    assert "It is not decided yet whether the report is published." in shown.text
    assert "Nothing is decided yet" in shown.text
    assert shown.find("a", href=url("decide", review))


def test_the_chair_decides_in_person(signed_as_chair, review):
    planned = day("planned_on", date(2027, 1, 20))

    signed_as_chair.post(url("decide", review), decision(**planned))

    shown = page(signed_as_chair, "publication", review)
    assert "It is to be published on 20 January 2027." in shown.text
    assert "Overview report, Executive summary" in shown.text


def test_the_same_decision_is_recorded_once(signed_as_chair, review):
    signed_as_chair.post(url("decide", review), decision())

    again = said(signed_as_chair, url("decide", review), decision())
    assert "This decision is recorded already, and stands as it is." in again.text
    signed_as_chair.post(url("decide", review), decision(standing="PROVISIONAL"))
    signed_as_chair.post(url("decide", review), decision())

    assert review.publication_decisions.count() == 3


def test_the_same_decision_from_another_source_is_another(review):
    called = {"received_via": "PHONE", "on_behalf_of": "Cecil", "given_on": date(2026, 12, 1)}
    standing = PublicationDecisionFactory(review=review, **called)
    letter = {**called, "received_via": "POST", "original": DocumentFactory()}

    check_is_another(standing, {}, letter)
    check_is_another(standing, {}, {})
    check_is_another(None, {}, called)
    with pytest.raises(Refused, match="recorded already"):
        check_is_another(standing, {}, called)


def test_the_same_letter_sent_twice_is_one_decision(review):
    letter = {"received_via": "POST", "on_behalf_of": "Cecil", "given_on": date(2026, 12, 1)}
    standing = PublicationDecisionFactory(review=review, **letter, original=DocumentFactory())

    with pytest.raises(Refused, match="recorded already"):
        check_is_another(standing, {}, {**letter, "original": DocumentFactory()})
    check_is_another(standing, {}, {**letter, "original": DocumentFactory(content=b"Another.")})


def test_a_planned_day_that_has_passed_is_told_as_past(signed_in, review):
    PublicationDecisionFactory(review=review, planned_on=date(2026, 12, 2))

    shown = page(signed_in, "publication", review)
    assert "It was to be published on 2 December 2026, and is not public yet." in shown.text


def kept_again(client, review):
    """Keep the introduction once more, and return the page it leads to."""
    last = review.public_texts.first()
    told = {"draft": last.draft_id, "title": last.title, "about": f"{last.about} More."}
    return Html(client.post(url("introduce", review), told, follow=True).content.decode()).text


def test_the_page_tells_what_is_public_now_from_what_was(client):
    review = ReviewFactory(at_stage=Stage.PUBLISHED)
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    introduced = PublicTextFactory(review=review)
    assert "The introduction is kept. Nothing is public yet." in kept_again(client, review)
    planned = PublicationDecisionFactory(review=review, planned_on=date(2026, 12, 1))
    publication = PublicationFactory(
        review=review, decision=planned, published_on=date(2026, 12, 1), recorded_at=timezone.now()
    )
    name = introduced.draft.name

    public = page(client, "publication", review).text
    assert "Public since 1 December 2026." in public
    assert f"{name} is public. Written on" in public
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        changed = kept_again(client, review)
    assert "The introduction is kept. What is public stays as it is until it is" in changed
    assert f"{name} is to be published. Written on" in changed

    client.post(url("take-down", review), {**day("taken_down_on", TODAY), "reason": "A mistake."})
    down = page(client, "publication", review).text
    assert "It was taken down on 3 December 2026. Nobody can read it here." in down
    assert "It is to be published on" not in down
    assert card(cards.publication, review).figure == "Taken down"
    assert "The introduction is kept. Nothing is public now." in kept_again(client, review)
    publication.refresh_from_db()
    assert publication.is_taken_down


def test_a_draft_that_was_public_is_told_as_that(signed_in, review):
    introduced = PublicTextFactory(review=review)
    PublicationFactory(review=review, taken_down=True)

    shown = page(signed_in, "publication", review).text
    assert f"{introduced.draft.name} was published. Written on" in shown


def test_a_decision_after_taking_down_stands(signed_in, review):
    PublicationFactory(review=review, taken_down=True)
    PublicationDecisionFactory(
        review=review, planned_on=date(2027, 1, 20), recorded_at=timezone.now()
    )

    shown = page(signed_in, "publication", review).text
    assert "It is to be published on 20 January 2027." in shown
    assert card(cards.publication, review).lines == ["Planned for 20 January 2027 (in 48 days)"]


def test_an_officer_says_how_the_decision_reached_them(signed_in, review):
    missing = said(signed_in, url("decide", review), decision(reasons="Typed"))
    assert "How did it reach you?" in missing.text
    assert "Typed" in missing.text

    told = decision(standing="PROVISIONAL", **BY_EMAIL)
    signed_in.post(url("decide", review), {**told, "original": upload()})
    shown = page(signed_in, "publication", review)
    assert "No day is set. The decision is provisional." in shown.text
    assert "Entered for Robin Vale from an email" in shown.text
    made = review.publication_decisions.get()
    assert downloaded(signed_in, url("decision-file", review, made.pk))


def test_a_decision_without_an_original_has_no_file(signed_in, review):
    made = PublicationDecisionFactory(review=review)
    assert signed_in.get(url("decision-file", review, made.pk)).status_code == 404


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"items": []}, "Choose what is published"),
        ({"compelling": ["CHILD"]}, "These are reasons for not publishing"),
        ({"choice": Choice.WITHHOLD, "items": []}, "Choose what weighs so much"),
        ({"choice": Choice.WITHHOLD, "items": [], "compelling": ["CHILD"]}, "Say why"),
        (
            {"choice": Choice.WITHHOLD, "compelling": ["CHILD"], "reasons": "A child."},
            "only the executive summary can be",
        ),
        (day("decided_on", date(2026, 12, 4)), "The decision must be today or in the past"),
    ],
)
def test_a_decision_that_does_not_fit_together_is_refused(signed_as_chair, review, told, words):
    shown = said(signed_as_chair, url("decide", review), decision(**told))

    assert words in shown.text
    assert shown.find("input", name="decided_by", value="Robin Vale, chair")


@pytest.mark.parametrize("field", ["reasons", "family_note"])
def test_what_is_noted_of_a_decision_names_nobody(signed_as_chair, review, field):
    told = decision(**{field: "Oriel Vantongren asked for it."})

    assert "the true name of Maris" in said(signed_as_chair, url("decide", review), told).text
    assert not review.publication_decisions.exists()


def test_a_decision_not_to_publish_says_what_weighs_more(signed_as_chair, review):
    told = decision(
        choice=Choice.WITHHOLD, items=[], compelling=["CHILD"], reasons="A child lives nearby."
    )

    signed_as_chair.post(url("decide", review), told)

    shown = page(signed_as_chair, "publication", review)
    assert "It is decided not to publish the report." in shown.text
    assert "What weighs more: The welfare of a child." in shown.text
    assert "Nothing is published." in shown.text
    assert "Choose the draft" not in shown.text


def test_the_introduction_is_written_and_written_again(signed_in, review):
    assert "There is no draft" in page(signed_in, "introduce", review).text
    DraftFactory(review=review)
    assert "There is no draft" in page(signed_in, "introduce", review).text
    draft = DraftFactory(review=review, released=True)
    first = page(signed_in, "introduce", review)
    assert first.find("input", name="title", value="Report into the death of Maris")

    lost = said(signed_in, url("introduce", review), {"draft": draft.pk, "title": "", "about": "B"})
    assert "Error" in lost.text
    signed_in.post(url("introduce", review), {"draft": draft.pk, "title": "Maris", "about": "B"})
    again = page(signed_in, "introduce", review)
    assert again.find("input", name="title", value="Maris")
    assert "How the library introduces it" in page(signed_in, "publication", review).text


def test_stops_stand_on_the_page_and_a_certificate_is_asked_for(signed_in, review):
    decided(review, report=saying("The Oriel window. Vantongren Oriel."))
    shown = page(signed_in, "publication", review)
    assert "Not yet: 1 stop." in shown.text
    assert "Nobody can pass these" in shown.text
    assert "Have it checked for identifiers, and certified by two people" in shown.text
    assert not shown.all("a", href=url("publish", review))


def test_typed_words_of_a_letter_are_said_before_it_is_published(signed_as_chair, review):
    decided(review)
    review.qa_submissions.get().letter.__class__.objects.update(is_typed=True)
    assert "typed by a person" in page(signed_as_chair, "publish", review).text


def test_the_preview_shows_word_for_word_what_would_be_public(signed_in, review):
    assert signed_in.get(url("preview", review)).status_code == 404
    decided(review)

    front = page(signed_in, "preview", review)
    assert "Eleven agencies took part in the review." in front.text
    report = page(signed_in, "preview-item", review, "report")
    assert "Maris died in January 2026." in report.text
    letter = page(signed_in, "preview-item", review, "letter")
    assert "Shorten chapter 2." in letter.text
    assert signed_in.get(url("preview-item", review, "action-plan")).status_code == 404


def test_whoever_reads_no_drafts_sees_no_preview(client, review):
    decided(review)
    client.force_login(playing(Role.NEIGHBOURING_OFFICER, to=review))

    assert client.get(url("preview", review)).status_code == 404
    assert "What would be public" not in page(client, "publication", review).text


@pytest.mark.slow
def test_publishing_states_the_consequence_and_opens_the_public_page(signed_as_chair, review):
    assert "not decided and introduced yet" in page(signed_as_chair, "publish", review).text
    decided(review)
    asked = page(signed_as_chair, "publish", review)
    assert "Anyone in the world can read it" in asked.text

    certify_publication(review)
    late = said(signed_as_chair, url("publish", review), day("published_on", date(2026, 12, 9)))
    assert "The day must be today or in the past" in late.text
    signed_as_chair.post(url("publish", review), day("published_on", TODAY))

    shown = page(signed_as_chair, "publication", review)
    assert "Public since 3 December 2026. Anyone can read it." in shown.text
    signed_as_chair.logout()
    assert signed_as_chair.get(url("library-review", review)).status_code == 200


def test_the_page_of_publishing_says_what_stands_in_the_way(signed_as_chair, review):
    decided(review, report=saying("Oriel Vantongren"))

    assert "Not yet: 1 stop." in page(signed_as_chair, "publish", review).text
    refused = said(signed_as_chair, url("publish", review), day("published_on", TODAY))
    assert "holds the true name of Maris" in refused.text


def test_taking_down_closes_the_public_page(client):
    review = ReviewFactory(at_stage=Stage.PUBLISHED)
    publication = PublicationFactory(review=review)
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    assert client.get(publication.get_absolute_url()).status_code == 200
    assert "close at once" in page(client, "take-down", review).text

    early = {**day("taken_down_on", date(2026, 12, 1)), "reason": "A name was found."}
    refused = said(client, url("take-down", review), early)
    assert "It was published only after that day" in refused.text
    publication.published_on = date(2026, 12, 1)
    publication.save()
    client.post(url("take-down", review), {**early, **day("taken_down_on", TODAY)})

    assert client.get(publication.get_absolute_url()).status_code == 410
    assert client.get(url("take-down", review)).status_code == 404
    shown = page(client, "publication", review)
    assert "taken down on 3 December 2026: A name was found." in shown.text


def test_a_stranger_finds_no_page_of_publication(client, review):
    client.force_login(playing(Role.CSP_OFFICER, to=ReviewFactory()))
    for name in ("publication", "decide", "introduce", "preview", "publish"):
        assert client.get(url(name, review)).status_code == 404


def test_the_page_asks_the_database_a_fixed_number_of_times(
    client, review, csp_chair, django_assert_max_num_queries
):
    decided(review)
    for _ in range(10):
        PublicationDecisionFactory(review=review)
        PublicationFactory(review=review, taken_down=True)
    client.force_login(csp_chair)

    with django_assert_max_num_queries(17):
        client.get(url("publication", review))
    with django_assert_max_num_queries(15):
        client.get(review.get_absolute_url())
