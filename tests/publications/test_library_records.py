"""The record for the Home Office library, and the log of whom the report was sent to."""

import csv
import json
from datetime import date
from io import StringIO

import pytest
from django.urls import reverse

from anonymity.models import Destination
from publications.models import Dissemination, LibraryRecord
from publications.queries.library_records import band_of, relationship_in
from reviews.access import Role
from reviews.lifecycle import Stage
from reviews.models import NoticeKind, PersonRole, ReviewKind
from tests.factories.anonymity import certified_pack
from tests.factories.publications import (
    DisseminationFactory,
    LibraryPersonFactory,
    LibraryRecordFactory,
    PublicationFactory,
    SubmissionItemFactory,
)
from tests.factories.reviews import PersonFactory, playing
from tests.pages.reading import Html
from tests.publications.publishing import day, url

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 3)


def posted(**told):
    return {
        "cause": "SHARP", "location": "RESIDENTIAL", "verdict": "MURDER",
        "features": ["PARTNER", "STALKING"], "victim-age_band": "25-34", "victim-sex": "FEMALE",
        "perpetrator-mental_health": ["DEPRESSION"], "perpetrator-relationship": "EX_PARTNER",
        **told,
    }  # fmt: skip


def test_what_the_record_says_already_is_proposed(signed_in, review):
    review.kind, review.died_on = ReviewKind.INTIMATE_PARTNER, date(2026, 1, 9)
    review.save()
    PersonFactory(
        review=review, role=PersonRole.PERPETRATOR, born_on=date(1980, 5, 1), pseudonym="Ash",
        relationship="Former partner",
    )  # fmt: skip

    page = Html(signed_in.get(url("library-record", review)).content.decode())

    assert page.find("option", value="45-54", selected="").text == "45 to 54"
    assert page.find("option", value="EX_PARTNER", selected="").text == "Ex-partner"
    assert page.find("input", value="PARTNER", checked="")
    assert page.find("option", value="UNKNOWN", selected="").text == "Unknown"  # never the first
    assert not LibraryRecord.objects.exists()


@pytest.mark.parametrize(
    ("born", "band"),
    [(2011, ""), (2010, "16-19"), (1962, "55-64"), (1950, "65+"), (None, "")],
)
def test_ages_are_bands_of_the_library(born, band):
    assert band_of(date(born, 1, 1) if born else None, date(2026, 1, 9)) == band


def test_relationships_are_read_by_their_first_sign():
    said = ("Step-father", "former wife", "Husband", "ex-partner", "lodger", "")
    assert [relationship_in(words) for words in said] == [
        "STEP_PARENT", "EX_SPOUSE", "SPOUSE", "EX_PARTNER", "", "",
    ]  # fmt: skip


def test_the_record_is_kept_and_handed_out_as_json_and_csv_without_a_day(signed_in, review):
    review.died_on = date(2026, 1, 9)
    review.save()
    signed_in.post(url("library-record", review), posted())
    signed_in.post(url("library-record", review), posted(cause="FALL"))  # put right

    told = json.loads(signed_in.get(url("library-record-file", review, "json")).content)
    (one,) = told["reviews"]
    assert (one["died"], one["cause"]) == ("01-2026", "Fall to a hard surface")
    assert one["features"] == ["Intimate partner violence", "Stalking"]
    assert one["victim"]["age_band"] == "25-34"
    assert one["perpetrator"]["mental_health"] == ["Depression"]
    assert "Oriel" not in json.dumps(told)

    table = signed_in.get(url("library-record-file", review, "csv")).content.decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(table))
    assert row["features"] == "Intimate partner violence; Stalking"
    assert (row["died"], row["perpetrator_relationship"]) == ("01-2026", "Ex-partner")
    assert signed_in.get(url("library-record-file", review, "pdf")).status_code == 404


def test_the_liaison_has_the_records_of_public_reviews_alone(client, review):
    public = PublicationFactory(review__at_stage=Stage.PUBLISHED)
    LibraryPersonFactory(record__review=public.review)
    LibraryRecordFactory(review=review)
    liaison = playing(Role.HOME_OFFICE_LIAISON, to=public.review)
    client.force_login(liaison)

    told = json.loads(client.get(reverse("publications:liaison-records", args=["json"])).content)

    assert [one["reference"] for one in told["reviews"]] == [public.review.reference]
    assert told["reviews"][0]["title"] == public.title
    assert client.get(url("library-record-file", review, "json")).status_code == 404


def logged(**told):
    return {
        "kind": "COMMISSIONER", "recipient": "Her office", "version": "Overview report, draft 4",
        "sent_via": "EMAIL", **day("sent_on", date(2026, 12, 1)), **told,
    }  # fmt: skip


def test_a_copy_for_the_commissioner_in_the_log_meets_its_deadline(signed_in, review):
    refused = signed_in.post(url("disseminate", review), logged()).content.decode()
    assert "No certificate says that the report may go to the Domestic Abuse Commiss" in refused
    assert not review.disseminations.exists()
    sent = SubmissionItemFactory(submission__review=review, submission__sent=True)
    certified_pack(sent, Destination.COMMISSIONER)
    signed_in.post(url("disseminate", review), logged())

    notice = review.notices.get(kind=NoticeKind.COMMISSIONER_COPY)
    assert notice.sent_on == date(2026, 12, 1)
    page = Html(signed_in.get(url("disseminations", review)).content.decode())
    assert "Overview report, draft 4" in page.text

    signed_in.post(url("disseminate", review), logged(recipient="Her deputy"))
    assert review.notices.filter(kind=NoticeKind.COMMISSIONER_COPY).count() == 1


def test_what_is_in_the_log_is_not_logged_twice(signed_in, review):
    told = logged(kind="BOARD", recipient="The board")
    signed_in.post(url("disseminate", review), told)

    again = signed_in.post(url("disseminate", review), told).content.decode()
    assert "This is in the log already: the same recipient, the same version" in again
    for other in ({"version": "Summary"}, day("sent_on", date(2026, 12, 2)), {"kind": "OTHER"}):
        signed_in.post(url("disseminate", review), told | other)

    assert review.disseminations.count() == 4


def test_whoever_has_it_is_recorded_once_it_was_sent(signed_in, review):
    entry = DisseminationFactory(review=review, sent_on=date(2026, 12, 1))
    address = url("acknowledge", review, entry.pk)

    early = signed_in.post(address, day("acknowledged_on", date(2026, 11, 30)))
    assert "is before it was sent" in early.content.decode()
    signed_in.post(address, day("acknowledged_on", date(2026, 12, 2)))

    entry.refresh_from_db()
    assert entry.acknowledged_on == date(2026, 12, 2)


def test_a_name_of_the_case_stays_out_of_the_log(signed_in, review):
    response = signed_in.post(url("disseminate", review), logged(recipient="Oriel Vantongren"))

    assert response.status_code == 200
    assert not Dissemination.objects.exists()


def test_readers_see_the_log_and_change_nothing(client, review):
    entry = DisseminationFactory(review=review)
    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))

    assert entry.recipient in Html(client.get(url("disseminations", review)).content.decode()).text
    for address in (url("disseminate", review), url("acknowledge", review, entry.pk)):
        assert client.get(address).status_code == 404
